import type { JsonSchema } from "@serviceform/types/describe";

export const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/**
 * The parameters of every list, in addition to those of its operation. The server's instructions name the fields once.
 */
export const LIST_PARAMETERS: { readonly [name: string]: JsonSchema } = {
  fields: { type: "array", items: { type: "string" } },
  where: { type: "array", description: "All must hold; ~ is contains.", items: conditionWith({}) },
  limit: { type: "integer", minimum: 1, maximum: MAX_LIMIT },
  // A response with a nextCursor says where it belongs.
  cursor: { type: "string" },
};

/**
 * The input as it is listed: with conditions whose value is text, which is compared as a value of its field's type. Some
 * hosts reject a parameter without a type, or with several, and an object without properties.
 */
export function withTextValues(input: JsonSchema): JsonSchema {
  const properties = Object(input.properties);
  const where = { ...properties.where, items: conditionWith({ type: "string" }) };
  return { ...input, properties: { ...properties, where } };
}

function conditionWith(value: JsonSchema): JsonSchema {
  const op = { type: "string", enum: ["=", "!=", "<", "<=", ">", ">=", "~"] };
  return { type: "object", properties: { field: { type: "string" }, op, value } };
}
