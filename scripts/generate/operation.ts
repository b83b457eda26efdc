import type { Parameter, Reference, Schema } from "../openapi/document.ts";
import type { MediaKind } from "./media-type.ts";
import type { Alternatives } from "./read-security.ts";

/** A schema of the plan: `Schema` of packages/types, with `{ $ref: name }` for a named schema. */
export type PlanSchema = { readonly [keyword: string]: unknown };

/** One operation of the plan: names and references resolved, every unsupported construct already rejected. */
export interface Operation {
  id: string;
  method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  path: string;
  summary: string;
  description: string;
  deprecated: boolean;
  parameters: InputParameter[];
  body: Body | undefined;
  responses: OperationResponse[];
  output: Output;
  errors: { status: string; description: string; type: string; schema: string | undefined }[];
  idempotent: boolean;
  writes: boolean;
  /** The source of a regular expression for path values that result in the path of another operation. */
  shadow: string | undefined;
  /** Set if it differs from that of the document. */
  security: Alternatives | undefined;
  serverUrl: string | undefined;
  /** The pagination of a list. */
  pagination: Pagination | undefined;
}

export interface Pagination {
  style: "cursor" | "offset" | "link";
  /** The key of the input that selects the page. */
  parameter: string;
  /** The key of the input that sets the size of a page. */
  limit: string | undefined;
  items: PointedValue;
  /** The next cursor, or the URL of the next page if it is not in a Link header. */
  next: PointedValue | undefined;
  /** Of one element. */
  element: TypeText;
}

/** A value within a body. */
export interface PointedValue {
  keys: readonly string[];
  /** Whether a body can lack it; null always counts as absent. */
  isOptional: boolean;
}

/** A key of the method's input object. */
export interface InputKey {
  name: string;
  required: boolean;
  description: string;
}

export interface InputParameter extends InputKey {
  in: "path" | "query" | "header";
  /** `plain`: one value, or in the query one for each element of an array. */
  style: "plain" | "csv" | "ssv" | "pipes" | "deepObject";
  /** In TypeScript. */
  type: string;
  deprecated: boolean;
  schema: PlanSchema;
  example: unknown;
  /** As the document has it. */
  source: Parameter;
}

export interface Body {
  required: boolean;
  /** Whether the value is under the key `body`; else each property is a key of the input. */
  isWhole: boolean;
  /** Whether it accepts undeclared properties. */
  isOpen: boolean;
  /** The keys that an optional body requires if any key is given; else none. */
  requiredWithBody: readonly string[];
  type: TypeText;
  /** How it is serialized, if it is not JSON. */
  format: "multipart" | "form" | "text" | "binary" | undefined;
  /** Set if it is not `application/json`. */
  mediaType: string | undefined;
  /** As the document has it. */
  source: Schema | Reference;
  /** The keys of the input that are sent in it. */
  properties: InputKey[];
  schema: PlanSchema;
  example: unknown;
}

/** A type in TypeScript, and the named schemas in it. */
export interface TypeText {
  readonly text: string;
  readonly names: readonly string[];
}

/** The result of a call. */
export interface Output {
  /** The kind of the bodies of all successes: `json` if they are JSON of several kinds, or of none of the others. */
  kind: "array" | "object" | "none" | "json" | "text" | "binary" | "events";
  /** The `accept` header, if it is not `application/json` alone. */
  accept: string | undefined;
  /** Whether the data of events is JSON. */
  isJsonData: boolean;
  /** Whether a success can have no body although another one has one. */
  mayBeEmpty: boolean;
  type: TypeText;
  /** Of one element, if each success is an array. */
  element: TypeText | undefined;
  /** The schemas of the document, one for each success with a body. */
  sources: (Schema | Reference)[];
}

export interface OperationResponse {
  /** Three digits, a range such as `4XX`, or `default`. */
  status: string;
  isSuccess: boolean;
  description: string;
  pointer: string;
  schema: PlanSchema | undefined;
  /** Of the body, if it is not `application/json`. */
  mediaType: string | undefined;
  /** The kind of the body, if it is not JSON. */
  format: Exclude<MediaKind, "json"> | undefined;
  example: unknown;
}

/** All keys of the method's input object. */
export function inputKeys({ parameters, body }: Pick<Operation, "parameters" | "body">): InputKey[] {
  return [...parameters, ...(body?.properties ?? [])];
}

/** The keys of the method's input object that a caller must give. */
export function requiredKeys(operation: Operation): string[] {
  return inputKeys(operation)
    .filter(({ required }) => required)
    .map(({ name }) => name);
}

/** The name of the method's input type: `getItem` takes a `GetItemInput`, an operation without input `NoInput`. */
export function inputName(operation: Operation): string {
  const { id, body } = operation;
  const isEmpty = inputKeys(operation).length === 0 && body?.isOpen !== true;
  return isEmpty ? "NoInput" : `${id[0]?.toUpperCase()}${id.slice(1)}Input`;
}
