import type { Operation } from "@serviceform/types";
import {
  findResponse as findResponseOf,
  type OperationContract,
  type ParameterContract,
  type ResponseContract,
  type Schema,
} from "@serviceform/types/contract";

/** The operations, how they are called, and their documentation in the contract. */
export interface Contract {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly contracts: Readonly<Record<string, OperationContract>>;
}

/** A schema and its JSON pointer, as a URI fragment into the bundled document. */
export interface Place {
  readonly pointer: string;
  readonly schema: Schema;
}

/** A named schema is identified by its name, wherever it is referenced. */
export function placeOf(schema: Schema, pointer: string): Place {
  return { schema, pointer: schema.name === undefined ? pointer : `#/components/schemas/${escapeKey(schema.name)}` };
}

export function operationPointer({ method, path }: Operation): string {
  return `#/paths/${escapeKey(path)}/${method.toLowerCase()}`;
}

/** The response that the contract documents for a status, its range or the default; undefined if there is none. */
export function findResponse({ contracts }: Contract, id: string, status: number): ResponseContract | undefined {
  const contract = contracts[id];
  return contract && findResponseOf(contract, status);
}

/** The schema of a JSON body. */
export function findBody(contract: Contract, id: string, status: number): Place | undefined {
  const { schema, pointer, mediaType = "application/json" } = findResponse(contract, id, status) ?? {};
  return schema && placeOf(schema, `${pointer}/content/${escapeKey(mediaType)}/schema`);
}

/** The description of an input key: a parameter, or a property of the body. */
export function findInput(
  { contracts }: Contract,
  id: string,
  key: string,
): Pick<ParameterContract, "schema" | "example"> | undefined {
  const { parameters = [], body } = contracts[id] ?? {};
  const parameter = parameters.find(({ name }) => name === key);
  const property = body?.schema.properties?.[key];
  return parameter ?? (property && { schema: property });
}

/** Escapes any field name for a JSON pointer in a URI fragment (RFC 6901, 6). */
export function escapeKey(key: string): string {
  return key.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1");
}

export function unescapeKey(key: string): string {
  return decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
}
