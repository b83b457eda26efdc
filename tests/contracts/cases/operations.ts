import { type Json, object, parameter, ref, text } from "../document.ts";
import type { OpenApi } from "../render-files.ts";

/** A contract with security schemes. */
function contractOf(paths: Json, { components = {}, ...root }: { readonly components?: Json } & Json = {}): OpenApi {
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
function inline(schema: Json, more: Json = {}): Json {
  return { description: "It.", content: { "application/json": { schema } }, ...more };
}

const done = { 204: { description: "Done." } };
const row = object({ id: text, size: { type: "integer" } }, ["id"]);

/** Bodies that are not a closed object of named properties. */
export const otherBodies = contractOf(
  {
    "/list": {
      post: { operationId: "createList", requestBody: inline({ type: "array", items: row }), responses: done },
    },
    "/number": {
      put: {
        operationId: "updateNumber",
        requestBody: inline({ type: "number" }, { required: true }),
        responses: done,
      },
    },
    "/maybe": {
      put: {
        operationId: "updateMaybe",
        requestBody: inline({ ...row, nullable: true }, { required: true }),
        responses: done,
      },
    },
    "/map": {
      put: {
        operationId: "updateMap",
        requestBody: inline({ type: "object", additionalProperties: text }, { required: true }),
        responses: done,
      },
    },
    "/kinds": {
      post: {
        operationId: "createKind",
        requestBody: inline(
          { oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "kind" } },
          { required: true },
        ),
        responses: done,
      },
    },
    "/open/{id}": {
      parameters: [parameter("id", text, "path")],
      put: {
        operationId: "updateOpen",
        requestBody: inline(object({ name: text }, ["name"]), { required: true }),
        responses: done,
      },
    },
    "/optional": {
      post: {
        operationId: "createOptional",
        requestBody: inline(object({ limit: { type: "integer" } })),
        responses: done,
      },
    },
    "/note/{id}": {
      parameters: [parameter("id", text, "path")],
      post: {
        operationId: "createNote",
        requestBody: { content: { "application/json": { schema: ref("Note") } } },
        responses: done,
      },
    },
    "/same/{id}": {
      parameters: [parameter("id", text, "path")],
      put: { operationId: "updateSame", requestBody: inline(row, { required: true }), responses: done },
    },
  },
  {
    components: {
      schemas: {
        Note: object({ text, pages: { type: "integer" } }, ["text"], { additionalProperties: false }),
        A: object({ kind: { type: "string", enum: ["A"] }, a: text }, ["kind", "a"], { additionalProperties: false }),
        B: object({ kind: { type: "string", enum: ["B"] }, b: text }, ["kind", "b"], { additionalProperties: false }),
      },
    },
  },
);

/** Successes that are neither one object nor one array. */
export const otherSuccesses = contractOf({
  "/text": { get: { operationId: "getText", responses: { 200: inline(text) } } },
  "/null": { get: { operationId: "getNull", responses: { 200: inline({ ...row, nullable: true }) } } },
  "/any": { get: { operationId: "getAny", responses: { "2XX": inline({}) } } },
  "/either": {
    get: { operationId: "getEither", responses: { 200: inline({ oneOf: [row, { type: "array", items: row }] }) } },
  },
  "/names": { get: { operationId: "listNames", responses: { 200: inline({ type: "array", items: text }) } } },
  "/empty": { get: { operationId: "getEmpty", responses: { 200: inline(row), 204: { description: "None." } } } },
  "/later": {
    post: {
      operationId: "createLater",
      responses: { 200: inline(row), 202: inline(object({ job: text }, ["job"])) },
    },
  },
  "/range": {
    put: {
      operationId: "updateRange",
      responses: { 200: inline(row), "2XX": inline(object({ job: text }, ["job"])) },
    },
  },
  "/default": { get: { operationId: "getDefault", responses: { default: inline(row) } } },
});

/** Errors by range and by default. */
export const otherErrors = contractOf({
  "/row": {
    get: {
      operationId: "getRow",
      responses: {
        200: inline(row),
        404: inline(object({ missing: text }, ["missing"])),
        "4XX": inline(object({ reason: text }, ["reason"])),
        default: inline(object({ message: text }, ["message"])),
      },
    },
  },
});

/** Parameters in headers, and arrays and objects in one value. */
export const otherParameters = contractOf({
  "/rows": {
    get: {
      operationId: "listRows",
      parameters: [
        parameter("X-Time-Zone", text, "header", { required: true }),
        parameter("X-Count", { type: "integer" }, "header"),
        parameter("Accept", text, "header"),
        parameter("ids", { type: "array", items: text }, "query", { explode: false }),
        parameter("sizes", { type: "array", items: { type: "integer" } }, "query", { style: "pipeDelimited" }),
        parameter("words", { type: "array", items: text }, "query", { style: "spaceDelimited" }),
        parameter("filter", object({ name: text, "max size": { type: "integer" } }), "query", {
          style: "deepObject",
          explode: true,
        }),
        parameter("page", { type: "integer" }),
      ],
      responses: { 200: inline({ type: "array", items: row }) },
    },
    post: {
      operationId: "createRow",
      parameters: [parameter("X-Trace", text, "header"), parameter("Idempotency-Key", text, "header")],
      requestBody: inline(row, { required: true }),
      responses: done,
    },
  },
});

/** Several schemes, operations with their own, and one that is public. */
export const otherSecurity = contractOf(
  {
    "/rows": { get: { operationId: "listRows", responses: done } },
    "/status": { get: { operationId: "getStatus", security: [], responses: done } },
    "/token": { get: { operationId: "getToken", security: [{ bearer: [] }], responses: done } },
    "/basic": { get: { operationId: "getBasic", security: [{ login: [] }], responses: done } },
    "/query": {
      get: {
        operationId: "getQuery",
        parameters: [parameter("page", { type: "integer" })],
        security: [{ "query-key": [] }],
        responses: done,
      },
    },
    "/queries": {
      get: { operationId: "getQueries", security: [{ "query-key": [], second: [] }], responses: done },
    },
    "/both": { get: { operationId: "getBoth", security: [{ apiKey: [], bearer: [] }], responses: done } },
    "/optional": { get: { operationId: "getOptional", security: [{}, { bearer: [] }], responses: done } },
  },
  {
    security: [{ apiKey: [] }, { bearer: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: "apiKey", in: "header", name: "X-Key" },
        bearer: { type: "http", scheme: "bearer" },
        login: { type: "http", scheme: "basic" },
        "query-key": { type: "apiKey", in: "query", name: "key" },
        second: { type: "apiKey", in: "query", name: "second" },
      },
    },
  },
);

/** A server with variables, one of a path and one of an operation. */
export const otherServers = contractOf(
  {
    "/rows": { get: { operationId: "listRows", responses: done } },
    "/leads": { servers: [{ url: "https://leads.test/v2/" }], get: { operationId: "listLeads", responses: done } },
    "/chats": {
      get: {
        operationId: "listChats",
        servers: [{ url: "https://{area}.test", variables: { area: { default: "chats" } } }],
        responses: done,
      },
    },
  },
  {
    servers: [
      { url: "https://{region}.api.test/v1", variables: { region: { default: "eu" } } },
      { url: "https://us.api.test/v1" },
    ],
  },
);
