import type { OperationContract } from "./operation-contract.js";
import type { Schema } from "./schema.js";

/** What a method takes: a closed object of the parameters and of the body's properties. */
export function inputSchema({ parameters, body }: OperationContract): Schema {
  const names = parameters.filter(({ required }) => required).map(({ name }) => name);
  return {
    ...body?.schema,
    type: "object",
    properties: Object.fromEntries([
      ...Object.entries(body?.schema.properties ?? {}),
      ...parameters.map(({ name, schema }) => [name, schema] as const),
    ]),
    required: [...names, ...(body?.schema.required ?? [])],
    additionalProperties: false,
  };
}
