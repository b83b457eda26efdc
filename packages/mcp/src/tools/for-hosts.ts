import { isRecord } from "@serviceform/records";
import type { JsonSchema } from "@serviceform/types/describe";
import { mapProperties } from "../input/map-properties.js";

/** Accepted by every host, with the same meaning. */
const KEYWORDS = ["description", "format", "minimum", "maximum", "required"];

/**
 * A schema with only what the strict mode of OpenAI and the schemas of Gemini accept: one type, enums of text, and `anyOf`
 * for several forms. A call is validated with all the rest.
 */
export function forHosts(schema: JsonSchema): JsonSchema {
  const { type, enum: values, items, properties, additionalProperties, oneOf, anyOf = oneOf } = schema;
  const single = [type].flat().find((one) => one !== "null");
  const texts = Array.isArray(values) ? values.filter((value) => value !== null) : [];
  return {
    ...(single !== undefined && { type: single }),
    ...Object.fromEntries(Object.entries(schema).filter(([keyword]) => KEYWORDS.includes(keyword))),
    ...(texts.length > 0 && texts.every((value) => typeof value === "string") && { enum: texts }),
    ...(isRecord(items) && { items: forHosts(items) }),
    ...(isRecord(properties) && { properties: mapProperties(properties, forHosts) }),
    ...(typeof additionalProperties === "boolean" && { additionalProperties }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map(forHosts) }),
  };
}
