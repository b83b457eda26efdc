import { isComposed, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";

/**
 * Whether a schema is an object of named properties, without the restrictions of the whole object, which would also count
 * the parameters of the input.
 */
export function isObjectOfProperties(schema: Schema): boolean {
  const { properties, additionalProperties, nullable } = schema;
  const isWhole = ["enum", "minProperties", "maxProperties"].some((keyword) => Object.hasOwn(schema, keyword));
  const isNamed = properties !== undefined || additionalProperties === false;
  return (
    inferredType(schema) === "object" &&
    isNamed &&
    typeof additionalProperties !== "object" &&
    !nullable &&
    !isWhole &&
    !isComposed(schema)
  );
}
