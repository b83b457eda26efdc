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
  const texts = Array.isArray(values) ? values.filter((value) => value !== null) : [];
  const areTexts = texts.length > 0 && texts.every((value) => typeof value === "string");
  const [single = areTexts ? "string" : undefined] = [type].flat().filter((one) => one !== "null");
  return {
    ...(single !== undefined && { type: single }),
    ...Object.fromEntries(Object.entries(schema).filter(([keyword]) => KEYWORDS.includes(keyword))),
    ...(areTexts && { enum: texts }),
    ...(isRecord(items) && { items: forHosts(items) }),
    ...(isRecord(properties) && { properties: mapProperties(properties, forHosts) }),
    ...(typeof additionalProperties === "boolean" && { additionalProperties }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map(forHosts) }),
  };
}
