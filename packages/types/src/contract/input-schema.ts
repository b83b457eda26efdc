import type { OperationContract } from "./operation-contract.js";
import type { Schema } from "./schema.js";

/** What a method takes: an object of the parameters and of the body, which is open where the body is. */
export function inputSchema({ parameters, body }: OperationContract): Schema {
  const { properties = {}, required = [], additionalProperties } = bodyKeys(body);
  const mayBeOmitted = body?.required === false && required.length > 0;
  const others = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  const requiredOthers = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  return {
    type: "object",
    properties: { ...properties, ...others },
    required: [...requiredOthers, ...(mayBeOmitted ? [] : required)],
    ...(additionalProperties === false && { additionalProperties }),
    ...(mayBeOmitted && { anyOf: [{ required }, { properties: others, additionalProperties: false }] }),
  };
}

/** The body as an object of keys of the input. */
function bodyKeys(body: OperationContract["body"]): Schema {
  if (body === undefined) return { additionalProperties: false };
  if (body.isWhole !== true) return body.schema;
  return { properties: { body: body.schema }, required: body.required ? ["body"] : [], additionalProperties: false };
}
