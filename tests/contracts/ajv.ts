import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { OpenApi } from "./render-files.ts";
import { type Node, type Schemas, translateSchema } from "./translate-schema.ts";

/** The formats that the validators check; any other is an annotation. */
const FORMATS = ["date", "date-time", "email", "uuid"] as const;

/** Makes a function that compiles schemas of a document with ajv. */
export function createAjv(document: OpenApi, direction: "request" | "response", { formats = true } = {}) {
  const { schemas = {} } = document.components as { schemas?: Schemas };
  const reading = { schemas, hidden: direction === "request" ? "readOnly" : "writeOnly" } as const;
  const ajv = new Ajv({
    strict: false,
    validateFormats: formats,
    ownProperties: true,
    meta: false,
    validateSchema: false,
  });
  addFormats.default(ajv, [...FORMATS]);
  for (const [name, schema] of Object.entries(schemas))
    ajv.addSchema(translateSchema(reading, schema) as object, `/${name}`);
  return (schema: unknown): ValidateFunction => ajv.compile(translateSchema(reading, schema as Node) as object);
}
