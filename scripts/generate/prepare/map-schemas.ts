import type { Document, Reference, Schema } from "../../openapi/document.ts";

type Given = Schema | Reference;
type Change = (schema: Given) => Given;

/** Fields whose keys are names, not fields. */
const MAPS = new Set([
  "paths",
  "parameters",
  "responses",
  "headers",
  "content",
  "encoding",
  "requestBodies",
  "callbacks",
]);
/** Fields without schemas, whose values can look like one. */
const DATA = new Set(["example", "examples", "links"]);

/** Keywords whose values are schemas. */
const ONE = new Set(["items", "not", "additionalProperties"]);
const LIST = new Set(["allOf", "anyOf", "oneOf"]);

/** The document with each schema changed, and then those within it; data and extensions stay as they are. */
export function mapSchemas(document: Document, change: Change): Document {
  return mapFields(document, change, false) as Document;
}

/** A schema changed, and then those within it. */
export function mapSchema(given: Given, change: Change): Given {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const schema = change(given);
  if ("$ref" in schema) return schema;
  const mapOne = (inner: unknown): unknown => mapSchema(inner as Given, change);
  return mapObject(schema, (value, keyword) => {
    if (ONE.has(keyword)) return mapOne(value);
    if (LIST.has(keyword) && Array.isArray(value)) return mapList(value, mapOne);
    return keyword === "properties" ? mapObject(value, mapOne) : value;
  }) as Schema;
}

function mapFields(value: unknown, change: Change, isMap: boolean): unknown {
  if (Array.isArray(value)) return mapList(value, (inner) => mapFields(inner, change, false));
  return mapObject(value, (inner, key) => {
    if (isMap) return mapFields(inner, change, false);
    if (DATA.has(key) || key.startsWith("x-")) return inner;
    if (key === "schema") return mapSchema(inner as Given, change);
    if (key === "schemas") return mapObject(inner, (schema) => mapSchema(schema as Given, change));
    return mapFields(inner, change, MAPS.has(key));
  });
}

function mapList(value: readonly unknown[], change: (inner: unknown) => unknown): unknown {
  const mapped = value.map(change);
  return mapped.every((inner, index) => inner === value[index]) ? value : mapped;
}

/** An object of which nothing changes is not copied: most of a large document stays as it is. */
export function mapObject(value: unknown, change: (inner: unknown, key: string) => unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const mapped = entries.map(([key, inner]) => [key, change(inner, key)] as const);
  return mapped.every(([, inner], index) => inner === entries[index]?.[1]) ? value : Object.fromEntries(mapped);
}
