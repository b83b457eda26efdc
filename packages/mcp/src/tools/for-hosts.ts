import { isRecord } from "@serviceform/records";
import type { JsonSchema } from "@serviceform/types/describe";
import { mapProperties } from "../input/map-properties.js";

/** Accepted by every host, with the same meaning. */
const KEYWORDS = ["description", "format", "minimum", "maximum", "required"];

/**
 * A schema with only what the strict mode of OpenAI and the schemas of Gemini accept: one type, enums of text, and `anyOf`
 * for several forms. A call is validated with all the rest.
 */
export function forHosts(given: JsonSchema): JsonSchema {
  const schema = withParts(given);
  const { type, enum: values, items, properties, additionalProperties, oneOf, anyOf = oneOf } = schema;
  const texts = Array.isArray(values) ? values.filter((value) => value !== null) : [];
  const areTexts = texts.length > 0 && texts.every((value) => typeof value === "string");
  const [single = areTexts ? "string" : undefined] = [type].flat().filter((one) => one !== "null");
  return {
    ...(single !== undefined && { type: single }),
    ...Object.fromEntries(Object.entries(schema).filter(([keyword]) => KEYWORDS.includes(keyword))),
    ...(areTexts && { enum: texts }),
    ...(isRecord(items) && { items: innerForHosts(items) }),
    ...(isRecord(properties) && { properties: mapProperties(properties, innerForHosts) }),
    ...(typeof additionalProperties === "boolean" && { additionalProperties }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map(innerForHosts) }),
  };
}

/** Gemini accepts no object without properties, such as one with any keys, except as the whole input. */
function innerForHosts(given: JsonSchema): JsonSchema {
  const schema = forHosts(given);
  if (schema.type !== "object" || Object.keys(Object(schema.properties)).length > 0) return schema;
  const { description = "" } = schema;
  return { type: "string", description: `${description} An object, as JSON.`.trim() };
}

/** A schema with the keywords of its parts, and the properties of all. */
function withParts({ allOf, ...own }: JsonSchema): JsonSchema {
  if (!Array.isArray(allOf)) return own;
  const parts: readonly JsonSchema[] = [...allOf.map(withParts), own];
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return {
    ...Object.assign({}, ...parts),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required: [...new Set(required)] }),
  };
}
