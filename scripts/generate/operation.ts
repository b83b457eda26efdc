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
  output: { answers: "array" | "object"; schema: string } | { answers: "nothing" };
  errors: { status: number; description: string; schema: string | undefined }[];
  idempotent: boolean;
  writes: boolean;
  /** What the path matches where its values make it the path of another operation: the source of a regular expression. */
  shadow: string | undefined;
}

/** A key of the method's input object. */
export interface InputKey {
  name: string;
  required: boolean;
  description: string;
}

export interface InputParameter extends InputKey {
  in: "path" | "query";
  /** As TypeScript says it. */
  type: string;
  schema: PlanSchema;
  example: unknown;
}

export interface Body {
  /** Of its schema. */
  name: string;
  properties: InputKey[];
  schema: PlanSchema;
  example: unknown;
}

export interface OperationResponse {
  status: number;
  description: string;
  pointer: string;
  schema: PlanSchema | undefined;
  example: unknown;
}

/** All keys of the method's input object. */
export function inputKeys({ parameters, body }: Operation): InputKey[] {
  return [...parameters, ...(body?.properties ?? [])];
}

/** The keys of the method's input object that a caller has to give. */
export function requiredKeys(operation: Operation): string[] {
  return inputKeys(operation)
    .filter(({ required }) => required)
    .map(({ name }) => name);
}

/** The name of the method's input type: `getItem` takes a `GetItemInput`, an operation without input `NoInput`. */
export function inputName(operation: Operation): string {
  const { id } = operation;
  return inputKeys(operation).length === 0 ? "NoInput" : `${id[0]?.toUpperCase()}${id.slice(1)}Input`;
}

/** The output as TypeScript says it. */
export function outputType({ output }: Operation): string {
  if (output.answers === "nothing") return "undefined";
  return output.answers === "array" ? `${output.schema}[]` : output.schema;
}
