import type { Document, Reference, Schema } from "../../openapi/document.ts";
import { DATA, MAPS } from "../../openapi/fields.ts";
import { mapKeyword } from "../../openapi/map-keyword.ts";
import { mapList, mapObject } from "../../openapi/map-object.ts";

type Given = Schema | Reference;
type Change = (schema: Given) => Given;

/** The document with each schema changed, and then those within it; data and extensions stay as they are. */
export function mapSchemas(document: Document, change: Change): Document {
  return mapSchemasIn(document, (schema) => mapSchema(schema, change)) as Document;
}

/** A schema changed, and then those within it. */
export function mapSchema(given: Given, change: Change): Given {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const schema = change(given);
  if ("$ref" in schema) return schema;
  const mapOne = (inner: unknown): unknown => mapSchema(inner as Given, change);
  return mapObject(schema, (value, keyword) => mapKeyword(keyword, value, mapOne)) as Schema;
}

/** A part of a document with each schema changed, and not those within it. */
export function mapSchemasIn(part: unknown, change: Change, isMap = false): unknown {
  if (Array.isArray(part)) return mapList(part, (inner) => mapSchemasIn(inner, change));
  return mapObject(part, (inner, key) => {
    if (isMap) return mapSchemasIn(inner, change);
    // The parameters and the body of a link are values.
    if (DATA.has(key) || key === "links" || key.startsWith("x-")) return inner;
    if (key === "schema") return change(inner as Given);
    if (key === "schemas") return mapObject(inner, (schema) => change(schema as Given));
    return mapSchemasIn(inner, change, MAPS.has(key));
  });
}
