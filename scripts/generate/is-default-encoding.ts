import { type Document, type MediaType, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";

const SCALARS = ["string", "number", "integer", "boolean"];

/** Whether an encoding only says what is the default of OpenAPI 3.0, as some frameworks write it out. */
export function isDefaultEncoding(document: Document, { encoding, schema = {} }: MediaType): boolean {
  const { properties = {} } = resolve<Schema>(document, schema);
  return Object.entries(Object(encoding) as object).every(([name, given]) => {
    const { contentType, style = "form", explode = true, ...others } = Object(given) as Record<string, unknown>;
    const isUsual = contentType === undefined || contentType === defaultType(document, properties[name] ?? {});
    return isUsual && style === "form" && explode === true && Object.keys(others).length === 0;
  });
}

/** The default media type of a field or, in an array, of each element (OpenAPI 3.0.3, Encoding Object). */
function defaultType(document: Document, given: Schema | Reference): string | undefined {
  const schema = resolve<Schema>(document, given);
  const type = inferredType(schema) ?? "";
  if (type === "array" && schema.items !== undefined) return defaultType(document, schema.items);
  if (type === "object") return "application/json";
  if (type === "string" && schema.format === "binary") return "application/octet-stream";
  return SCALARS.includes(type) ? "text/plain" : undefined;
}
