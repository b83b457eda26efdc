import { object, parameter, text } from "../document.ts";
import { contractOf, done, inline, row } from "./contract-of.ts";

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
