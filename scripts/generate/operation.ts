/** One operation as the renderers need it: names resolved, every unsupported construct already refused. */
export interface Operation {
  id: string;
  method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  path: string;
  summary: string;
  description: string;
  deprecated: boolean;
  parameters: InputParameter[];
  body: { name: string; properties: InputKey[] } | undefined;
  output: { answers: "array" | "object"; schema: string } | { answers: "nothing" };
  errors: { status: number; description: string; schema: string | undefined }[];
  idempotent: boolean;
  writes: boolean;
}

/** A key of the method's input object. */
export interface InputKey {
  name: string;
  required: boolean;
  description: string;
}

export interface InputParameter extends InputKey {
  in: "path" | "query";
  type: string;
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
export function inputName({ id, parameters, body }: Operation): string {
  if (parameters.length === 0 && body === undefined) return "NoInput";
  return `${id[0]?.toUpperCase()}${id.slice(1)}Input`;
}

/** The output as TypeScript says it. */
export function outputType({ output }: Operation): string {
  if (output.answers === "nothing") return "undefined";
  return output.answers === "array" ? `${output.schema}[]` : output.schema;
}
