import type { Operation } from "@serviceform/types";

/** The part of an OpenAPI 3.0 schema that says what a value may be. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly example?: unknown;
}

/** A part of the document, and the JSON pointer to it as a URI fragment: `#/components/schemas/Lead`. */
export interface Place<Value> {
  readonly pointer: string;
  readonly value: Value;
}

/** The bundled document, with the operations that it describes. */
export interface Contract {
  readonly document: object;
  readonly operations: Readonly<Record<string, Operation>>;
}

/** Goes down by keys, and on through any references that stand there; undefined where nothing stands. */
export function find<Value>({ document }: Contract, from: string, ...keys: string[]): Place<Value> | undefined {
  const pointer = [from, ...keys.map(escapeKey)].join("/");
  let value: unknown = document;
  for (const key of pointer.split("/").slice(1)) {
    const name = unescapeKey(key);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  const { $ref } = Object(value) as { $ref?: unknown };
  return typeof $ref === "string" ? find({ document } as Contract, $ref) : { pointer, value: value as Value };
}

/** Where the contract describes an operation. */
export function operationPointer({ method, path }: Operation): string {
  return `#/paths/${escapeKey(path)}/${method.toLowerCase()}`;
}

/** Where it describes a status: by number, by class (`4XX`) or by `default`; undefined where it does not. */
export function findResponse(contract: Contract, operation: Operation, status: number): Place<object> | undefined {
  const responses = [operationPointer(operation), "responses"].join("/");
  for (const key of [String(status), `${Math.trunc(status / 100)}XX`, "default"]) {
    const found = find<object>(contract, responses, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The schema of the JSON body of an answer. */
export function findBody(contract: Contract, operation: Operation, status: number): Place<Schema> | undefined {
  const response = findResponse(contract, operation, status);
  return response && find<Schema>(contract, response.pointer, "content", "application/json", "schema");
}

/** As a JSON pointer in a URI fragment has it (RFC 6901, 6); any name of a field can stand there. */
export function escapeKey(key: string): string {
  return key.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1");
}

export function unescapeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}
