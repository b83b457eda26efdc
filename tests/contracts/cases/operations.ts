import { body, contract, done, json, object, parameter, row, text } from "../document.ts";

/** Successes that are neither one object nor one array. */
export const otherSuccesses = contract({
  "/text": { get: { operationId: "getText", responses: { 200: json(text) } } },
  "/null": { get: { operationId: "getNull", responses: { 200: json({ ...row, nullable: true }) } } },
  "/any": { get: { operationId: "getAny", responses: { "2XX": json({}) } } },
  "/either": {
    get: { operationId: "getEither", responses: { 200: json({ oneOf: [row, { type: "array", items: row }] }) } },
  },
  "/names": { get: { operationId: "listNames", responses: { 200: json({ type: "array", items: text }) } } },
  "/empty": { get: { operationId: "getEmpty", responses: { 200: json(row), 204: { description: "None." } } } },
  "/later": {
    post: {
      operationId: "createLater",
      responses: { 200: json(row), 202: json(object({ job: text }, ["job"])) },
    },
  },
  "/range": {
    put: {
      operationId: "updateRange",
      responses: { 200: json(row), "2XX": json(object({ job: text }, ["job"])) },
    },
  },
  "/default": { get: { operationId: "getDefault", responses: { default: json(row) } } },
});

/** Errors by range and by default. */
export const otherErrors = contract({
  "/row": {
    get: {
      operationId: "getRow",
      responses: {
        200: json(row),
        404: json(object({ missing: text }, ["missing"])),
        "4XX": json(object({ reason: text }, ["reason"])),
        default: json(object({ message: text }, ["message"])),
      },
    },
  },
});

/** Parameters in headers, and arrays and objects in one value. */
export const otherParameters = contract({
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
      responses: { 200: json({ type: "array", items: row }) },
    },
    post: {
      operationId: "createRow",
      parameters: [parameter("X-Trace", text, "header"), parameter("Idempotency-Key", text, "header")],
      requestBody: body(row),
      responses: done,
    },
  },
});

/** Several schemes, operations with their own, and one that is public. */
export const otherSecurity = contract(
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
    "/both": {
      get: {
        operationId: "getBoth",
        // Both repeat its credentials.
        parameters: [parameter("X-Key", text, "header"), parameter("Authorization", text, "header")],
        security: [{ apiKey: [], bearer: [] }],
        responses: done,
      },
    },
    "/foreign": {
      get: {
        operationId: "getForeign",
        parameters: [parameter("X-Key", text, "header")],
        security: [{ bearer: [] }],
        responses: done,
      },
    },
    "/optional": { get: { operationId: "getOptional", security: [{}, { bearer: [] }], responses: done } },
  },
  {
    securitySchemes: {
      apiKey: { type: "apiKey", in: "header", name: "X-Key" },
      bearer: { type: "http", scheme: "bearer" },
      login: { type: "http", scheme: "basic" },
      "query-key": { type: "apiKey", in: "query", name: "key" },
      second: { type: "apiKey", in: "query", name: "second" },
    },
  },
  { security: [{ apiKey: [] }, { bearer: [] }] },
);

/** A server with variables, one of a path and one of an operation. */
export const otherServers = contract(
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
  {},
  {
    servers: [
      { url: "https://{region}.api.test/v1", variables: { region: { default: "eu" } } },
      { url: "https://us.api.test/v1" },
    ],
  },
);
