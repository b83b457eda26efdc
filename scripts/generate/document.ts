/** The part of an OpenAPI 3.0 document that generation reads; everything else is passed on untouched. */
export interface Document {
  info: { title: string; version: string };
  servers?: { url: string }[];
  security?: Record<string, string[]>[];
  paths: Record<string, PathItem>;
  components?: {
    schemas?: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Response>;
    requestBodies?: Record<string, RequestBody>;
    securitySchemes?: Record<string, SecurityScheme>;
  };
}

export interface Reference {
  $ref: string;
}

export interface PathItem {
  parameters?: (Parameter | Reference)[];
  [method: string]: unknown;
}

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses: Record<string, Response | Reference>;
  deprecated?: boolean;
  "x-idempotent"?: boolean;
}

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  schema?: Schema | Reference;
  style?: string;
  explode?: boolean;
  content?: unknown;
  allowReserved?: boolean;
  allowEmptyValue?: boolean;
}

export interface RequestBody {
  required?: boolean;
  content: Record<string, { schema?: Schema | Reference }>;
}

export interface Response {
  description: string;
  content?: Record<string, { schema?: Schema | Reference }>;
}

export interface SecurityScheme {
  type: string;
  in?: string;
  name?: string;
}

export interface Schema {
  type?: string;
  description?: string;
  properties?: Record<string, Schema | Reference>;
  required?: string[];
  additionalProperties?: boolean | Schema | Reference;
  items?: Schema | Reference;
  enum?: unknown[];
  nullable?: boolean;
  allOf?: unknown[];
  oneOf?: unknown[];
  anyOf?: unknown[];
  not?: unknown;
}

/** The only media type that the client reads and writes. */
export const JSON_TYPE = "application/json";

/** Follows `$ref`s within the document; Redocly has already refused those that lead nowhere. */
export function resolve<Target extends object>(document: Document, value: Target | Reference): Target {
  if (!("$ref" in value)) return value;
  const keys = value.$ref.slice(2).split("/").map(unescapePointer);
  const found = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
  return resolve(document, found as Target | Reference);
}

/** The last part of a `$ref`, which is the component's name; undefined for a value written in place. */
export function referenceName(value: object): string | undefined {
  return "$ref" in value ? unescapePointer(String(value.$ref).split("/").at(-1) ?? "") : undefined;
}

/** Whether a schema is put together from others. */
export function isComposed(schema: Schema): boolean {
  return "allOf" in schema || "oneOf" in schema || "anyOf" in schema || "not" in schema;
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
}
