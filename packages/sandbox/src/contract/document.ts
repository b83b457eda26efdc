import bundled from "@serviceform/types/openapi.json" with { type: "json" };

/** A schema of OpenAPI 3.0, or after conversion one of JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly [keyword: string]: unknown;
}

export interface Reference {
  readonly $ref: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema: Schema;
}

export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface ResponseObject {
  readonly content?: Content;
}

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly (Reference | Parameter)[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Reference | ResponseObject>>;
}

export interface PathItem {
  readonly parameters?: readonly (Reference | Parameter)[];
  readonly [method: string]: unknown;
}

/** The parts of the bundled contract that the sandbox reads. */
export interface ContractDocument {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const document: ContractDocument = bundled;

/** Follows a local `$ref`; anything else is returned as it is. */
export function resolve<Value extends object>(value: Value | Reference): Value {
  if (!("$ref" in value)) return value;
  let found: unknown = document;
  for (const part of value.$ref.slice("#/".length).split("/")) found = (found as Record<string, unknown>)[part];
  return resolve(found as Value | Reference);
}
