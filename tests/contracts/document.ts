import type { OpenApi } from "./render-files.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A minimal contract with these paths and components; `root` adds or replaces other fields. */
export function contract(paths: Json, components: Json = {}, root: Json = {}): OpenApi {
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

export function ref(name: string, section = "schemas"): Json {
  return { $ref: `#/components/${section}/${name}` };
}

export function json(schema: Json, description = "The response."): Json {
  return { description, content: { "application/json": { schema } } };
}

export function body(schema: Json, type = "application/json"): Json {
  return { required: true, content: { [type]: { schema } } };
}

export function object(properties: Json, required: readonly string[] = [], more: Json = {}): Json {
  return { type: "object", properties, ...(required.length > 0 && { required }), ...more };
}

/** The parts of a body. */
export function closed(properties: Json, ...required: readonly string[]): Json {
  return object(properties, required, { additionalProperties: false });
}

export function parameter(name: string, schema: Json = text, place = "query", more: Json = {}): Json {
  return { name, in: place, schema, ...(place === "path" && { required: true }), ...more };
}

/** The responses of an operation without content. */
export const done: Json = { 204: { description: "Done." } };

/** A method of a path, whose operation has no content unless `more` has responses. */
export function endpoint(method: string, operationId: string, more: Json = {}): Json {
  return { [method]: { operationId, responses: done, ...more } };
}

export const text: Json = { type: "string" };
export const number: Json = { type: "number" };
export const integer: Json = { type: "integer" };
export const row: Json = object({ id: text, size: integer }, ["id"]);
