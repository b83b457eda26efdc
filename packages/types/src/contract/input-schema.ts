import type { OperationContract } from "./operation-contract.js";
import type { Schema } from "./schema.js";

/** What a method takes: a closed object of the parameters and of the body's properties. */
export function inputSchema({ parameters, body }: OperationContract): Schema {
  const { properties = {}, required = [] } = body?.schema ?? {};
  return {
    type: "object",
    properties: { ...properties, ...Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])) },
    required: [...parameters.filter((parameter) => parameter.required).map(({ name }) => name), ...required],
    additionalProperties: false,
  };
}
