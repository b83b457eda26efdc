/** One operation as the renderers need it: names resolved, every unsupported construct already refused. */
export interface Operation {
  id: string;
  method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  path: string;
  summary: string;
  description: string;
  parameters: InputParameter[];
  body: { name: string; keys: string[]; required: string[] } | undefined;
  output: { answers: "array" | "object"; schema: string } | { answers: "nothing" };
  errors: { status: number; description: string; schema: string | undefined }[];
  idempotent: boolean;
  writes: boolean;
}

export interface InputParameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  type: string;
  description: string;
}

/** The keys of the method's input object that a caller has to give. */
export function requiredKeys({ parameters, body }: Operation): string[] {
  return [...parameters.filter(({ required }) => required).map(({ name }) => name), ...(body?.required ?? [])];
}

/** The name of the method's input type: `getItem` takes a `GetItemInput`. */
export function inputName({ id }: Operation): string {
  return `${id[0]?.toUpperCase()}${id.slice(1)}Input`;
}

/** The output as TypeScript says it. */
export function outputType({ output }: Operation): string {
  if (output.answers === "nothing") return "undefined";
  return output.answers === "array" ? `${output.schema}[]` : output.schema;
}
