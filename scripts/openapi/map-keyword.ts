import { mapList, mapObject } from "./map-object.ts";

/** Keywords whose value is a schema, and a list of schemas; that of `properties` is schemas by name. */
const ONE = new Set(["items", "not", "additionalProperties"]);
const LIST = new Set(["allOf", "anyOf", "oneOf"]);

/** Whether the value of a keyword of schemas contains schemas. */
export function hasSchemas(keyword: string): boolean {
  return ONE.has(keyword) || LIST.has(keyword) || keyword === "properties";
}

/** The value of a keyword of schemas with each schema in it changed, of which the key is its index or name. */
export function mapKeyword(
  keyword: string,
  value: unknown,
  change: (schema: unknown, key: string | undefined) => unknown,
): unknown {
  if (ONE.has(keyword)) return change(value, undefined);
  if (LIST.has(keyword)) return mapList(value, change);
  return keyword === "properties" ? mapObject(value, change) : value;
}
