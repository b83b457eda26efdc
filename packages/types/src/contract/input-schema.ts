import type { OperationContract } from "./operation-contract.js";
import type { Schema } from "./schema.js";

/** What a method takes: an object of the parameters and of the body, which is open where the body is. */
export function inputSchema({ parameters, body }: OperationContract): Schema {
  const { properties = {}, required = [], additionalProperties } = bodyKeys(body);
  return {
    type: "object",
    properties: { ...properties, ...Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])) },
    required: [...parameters.filter((parameter) => parameter.required).map(({ name }) => name), ...required],
    ...(additionalProperties === false && { additionalProperties }),
  };
}

/** The body as an object of keys of the input. */
function bodyKeys(body: OperationContract["body"]): Schema {
  if (body === undefined) return { additionalProperties: false };
  if (body.isWhole !== true) return body.schema;
  return { properties: { body: body.schema }, required: body.required ? ["body"] : [], additionalProperties: false };
}
