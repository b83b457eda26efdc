import bundled from "@serviceform/types/openapi.json" with { type: "json" };

/** The parts of a schema that examples are made from. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly "x-key"?: string;
}

/** A parameter, or a body of one media type: it has a schema and can have an example. */
export interface Shown {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

export interface Parameter extends Shown {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly explode?: boolean;
}

export interface Body {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, Shown>>;
}

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
  readonly "x-idempotent"?: boolean;
  readonly "x-safe"?: boolean;
}

/** The documented content of a body, and its media type. */
export interface Content extends Shown {
  readonly mediaType: string;
}

/** An operation of the document, with its path and method. */
export interface Documented {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
  /** The parameters of the path and of the operation. */
  readonly parameters: readonly Parameter[];
}

const METHODS = ["get", "put", "post", "delete", "patch"];

/** Every operation, in the order of the document. */
export function readOperations(): Documented[] {
  return Object.entries(bundled.paths).flatMap(([path, item]) => {
    const { parameters: shared = [], ...methods } = item as { readonly parameters?: readonly Parameter[] };
    return Object.entries(methods as Record<string, OperationObject>)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => {
        const parameters = [...shared, ...(operation.parameters ?? [])].map(resolve);
        return { method: method.toUpperCase(), path, operation, parameters };
      });
  });
}

/** The named content of a body, else its JSON, else the first of its media types. */
export function contentOf(body: Body, wanted = "application/json"): Content | undefined {
  const all = Object.entries(resolve(body).content ?? {});
  const chosen = all.find(([type]) => type === wanted) ?? all.find(([type]) => /[/+]json\b/.test(type)) ?? all[0];
  return chosen && { mediaType: chosen[0], ...chosen[1] };
}

/** Resolves a reference; returns any other value unchanged. */
export function resolve<Value extends object>(value: Value): Value {
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined) return value;
  const keys = $ref.split("/").slice(1).map(unescapeKey);
  return resolve(keys.reduce<unknown>((place, key) => Object(place)[key], bundled) as Value);
}

function unescapeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}
