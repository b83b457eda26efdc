/** The purpose, input and output of an operation. */
export interface OperationDescription {
  /** A few words, such as `List all leads`. */
  readonly title: string;
  readonly description: string;
  /** Its subject, in kebab-case; the pair of noun and verb is unique. */
  readonly noun: string;
  /** The first word of its `operationId`. */
  readonly verb: "list" | "get" | "create" | "update" | "delete" | (string & {});
  /** A closed object of path, query and body parameters. */
  readonly input: JsonSchema;
  /** Absent if the response has no body. */
  readonly output?: JsonSchema;
  /** If the response is an array: the schema of one element, a key of `schemas`. */
  readonly element?: string;
  /** Whether it deletes data. */
  readonly destructive: boolean;
}

/** The fields of a schema, and which of them identifies and dates a record. */
export interface SchemaDescription {
  /** The field that identifies a record: required, a string. */
  readonly key?: string;
  /** The field that moves when a record changes: a `date-time`, or a number of unit `epoch-seconds`. */
  readonly time?: string;
  readonly fields: { readonly [name: string]: FieldDescription };
}

/** The values of a field, and how tools treat it. */
export interface FieldDescription {
  /** Also `object` if a value can be of any type. */
  readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
  /** As in OpenAPI, such as `date-time`. */
  readonly format?: string;
  readonly unit?: "seconds" | "epoch-seconds";
  readonly required: boolean;
  /** Whether it describes a person, or can. For objects and arrays, see the fields of `schema` too. */
  readonly personal: boolean;
  /** Whether it is in the short form of a record. */
  readonly summary: boolean;
  /** The named schema of the value or, in an array, of its elements: a key of `schemas`. */
  readonly schema?: string;
  readonly description: string;
}

/** A JSON Schema of version 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };
