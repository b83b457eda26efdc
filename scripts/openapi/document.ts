import { parsePointer, unescapePointer, valueAt } from "./pointer.ts";

/** The part of an OpenAPI 3.0 document that generation reads; everything else is passed on untouched. */
export interface Document {
  info: { title: string; version: string };
  servers?: Server[];
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

export interface Server {
  url: string;
  variables?: Record<string, { default?: string }>;
}

export interface Reference {
  $ref: string;
}

export interface PathItem {
  servers?: Server[];
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
  security?: Record<string, string[]>[];
  servers?: Server[];
  "x-idempotent"?: boolean;
  "x-safe"?: boolean;
  "x-pagination"?: unknown;
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
  deprecated?: boolean;
  example?: unknown;
  examples?: Record<string, { value?: unknown }>;
}

export interface RequestBody {
  description?: string;
  required?: boolean;
  content: Record<string, MediaType>;
}

export interface Response {
  description?: string;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  encoding?: Record<string, unknown>;
  schema?: Schema | Reference;
  example?: unknown;
  examples?: Record<string, { value?: unknown }>;
}

export interface SecurityScheme {
  type: string;
  scheme?: string;
  in?: string;
  name?: string;
}

export interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  description?: string;
  properties?: Record<string, Schema | Reference>;
  required?: string[];
  additionalProperties?: boolean | Schema | Reference;
  items?: Schema | Reference;
  enum?: unknown[];
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  exclusiveMinimum?: boolean;
  exclusiveMaximum?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  allOf?: (Schema | Reference)[];
  oneOf?: (Schema | Reference)[];
  anyOf?: (Schema | Reference)[];
  not?: Schema | Reference;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
}

/** A value of a document, and its JSON pointer as a URI fragment: `#/components/schemas/Lead`. */
export interface Place<Value> {
  readonly pointer: string;
  readonly value: Value;
}

/** Follows `$ref`s within the document; Redocly has already rejected broken ones. */
export function resolve<Target extends object>(document: Document, value: Target | Reference): Target {
  return resolveAt(document, { pointer: "#", value }).value;
}

/** The same, with the pointer to the result. */
export function resolveAt<Target extends object>(document: Document, place: Place<Target | Reference>): Place<Target> {
  const { pointer, value } = place;
  if (!("$ref" in value) || typeof value.$ref !== "string") return { pointer, value: value as Target };
  const found = valueAt(document, parsePointer(value.$ref)) as Target | Reference; // A `$ref` leads to its kind of object.
  return resolveAt(document, { pointer: value.$ref, value: found });
}

/** The name of the schema in `components/schemas` that a `$ref` references; undefined for anything else. */
export function referenceName(value: object): string | undefined {
  const [, name] = /^#\/components\/schemas\/([^/]+)$/.exec("$ref" in value ? String(value.$ref) : "") ?? [];
  return name === undefined ? undefined : unescapePointer(name);
}

/** The same for a schema that is only a `$ref`: the name of the one that it leads to. */
export function targetName(document: Document, value: object): string | undefined {
  const name = referenceName(value);
  const target = name === undefined ? undefined : document.components?.schemas?.[name];
  return (target && targetName(document, target)) ?? name;
}

/** Whether a schema is composed of others. */
export function isComposed(schema: Schema): boolean {
  return "allOf" in schema || "oneOf" in schema || "anyOf" in schema || "not" in schema;
}
