import type { OperationContract } from "./operation-contract.js";
import type { Schema } from "./schema.js";

/** The input of a method: an object of the parameters and the body, which is open if the body is. */
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

/** The body as an object of input keys. */
function bodyKeys(body: OperationContract["body"]): Schema {
  if (body === undefined) return { additionalProperties: false };
  if (body.isWhole !== true) return body.schema;
  return { properties: { body: body.schema }, required: body.required ? ["body"] : [], additionalProperties: false };
}
