import { type Json, object, text } from "../document.ts";
import type { OpenApi } from "../render-files.ts";

/** A contract with security schemes. */
export function contractOf(
  paths: Json,
  { components = {}, ...root }: { readonly components?: Json } & Json = {},
): OpenApi {
  return {
    openapi: "3.0.3",
    info: { title: "Case", version: "1.0.0" },
    servers: [{ url: "https://api.test" }],
    security: [{ key: [] }],
    ...root,
    paths,
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } }, ...components },
  };
}

/** An inline JSON body of a response or request. */
export function inline(schema: Json, more: Json = {}): Json {
  return { description: "It.", content: { "application/json": { schema } }, ...more };
}

/** The responses of an operation without content. */
export const done = { 204: { description: "Done." } };
export const row = object({ id: text, size: { type: "integer" } }, ["id"]);
