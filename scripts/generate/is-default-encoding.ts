import { type Document, type MediaType, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";

/** Whether an encoding only says what is the default of OpenAPI 3.0, as some frameworks write it out. */
export function isDefaultEncoding(document: Document, { encoding, schema = {} }: MediaType): boolean {
  const { properties = {} } = resolve<Schema>(document, schema);
  return Object.entries(Object(encoding) as object).every(([name, given]) => {
    const { contentType, style = "form", explode = true, ...others } = Object(given) as Record<string, unknown>;
    const isJson = inferredType(resolve<Schema>(document, properties[name] ?? {})) === "object";
    const isUsual = contentType === undefined || (contentType === "application/json" && isJson);
    return isUsual && style === "form" && explode === true && Object.keys(others).length === 0;
  });
}
