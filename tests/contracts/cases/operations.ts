import { body, contract, endpoint, integer, json, object, parameter, row, text } from "../document.ts";

const job = json(object({ job: text }, ["job"]));

/** Successes that are neither one object nor one array. */
export const otherSuccesses = contract({
  "/text": endpoint("get", "getText", { responses: { 200: json(text) } }),
  "/null": endpoint("get", "getNull", { responses: { 200: json({ ...row, nullable: true }) } }),
  "/any": endpoint("get", "getAny", { responses: { "2XX": json({}) } }),
  "/either": endpoint("get", "getEither", {
    responses: { 200: json({ oneOf: [row, { type: "array", items: row }] }) },
  }),
  "/names": endpoint("get", "listNames", { responses: { 200: json({ type: "array", items: text }) } }),
  "/empty": endpoint("get", "getEmpty", { responses: { 200: json(row), 204: { description: "None." } } }),
  "/later": endpoint("post", "createLater", { responses: { 200: json(row), 202: job } }),
  "/range": endpoint("put", "updateRange", { responses: { 200: json(row), "2XX": job } }),
  "/default": endpoint("get", "getDefault", { responses: { default: json(row) } }),
});

/** Errors by range and by default. */
export const otherErrors = contract({
  "/row": endpoint("get", "getRow", {
    responses: {
      200: json(row),
      404: json(object({ missing: text }, ["missing"])),
      "4XX": json(object({ reason: text }, ["reason"])),
      default: json(object({ message: text }, ["message"])),
    },
  }),
});

/** Parameters in headers, and arrays and objects in one value. */
export const otherParameters = contract({
  "/rows": {
    ...endpoint("get", "listRows", {
      parameters: [
        parameter("X-Time-Zone", text, "header", { required: true }),
        parameter("X-Count", integer, "header"),
        parameter("Accept", text, "header"),
        parameter("ids", { type: "array", items: text }, "query", { explode: false }),
        parameter("sizes", { type: "array", items: integer }, "query", { style: "pipeDelimited" }),
        parameter("words", { type: "array", items: text }, "query", { style: "spaceDelimited" }),
        parameter("filter", object({ name: text, "max size": integer }), "query", {
          style: "deepObject",
          explode: true,
        }),
        parameter("page", integer),
      ],
      responses: { 200: json({ type: "array", items: row }) },
    }),
    ...endpoint("post", "createRow", {
      parameters: [parameter("X-Trace", text, "header"), parameter("Idempotency-Key", text, "header")],
      requestBody: body(row),
    }),
  },
  "/tables/{names}/cells/{numbers}": endpoint("get", "listCells", {
    parameters: [
      parameter("names", { type: "array", items: text }, "path"),
      parameter("numbers", { type: "array", items: integer }, "path"),
      parameter("X-Tags", { type: "array", items: text }, "header"),
    ],
    responses: { 200: json({ type: "array", items: row }) },
  }),
});

/** Several schemes, operations with their own, and one that is public. */
export const otherSecurity = contract(
  {
    "/rows": endpoint("get", "listRows"),
    "/status": endpoint("get", "getStatus", { security: [] }),
    "/token": endpoint("get", "getToken", { security: [{ bearer: [] }] }),
    "/basic": endpoint("get", "getBasic", { security: [{ login: [] }] }),
    "/query": endpoint("get", "getQuery", {
      parameters: [parameter("page", integer)],
      security: [{ "query-key": [] }],
    }),
    "/queries": endpoint("get", "getQueries", { security: [{ "query-key": [], second: [] }] }),
    "/both": endpoint("get", "getBoth", {
      // Both repeat its credentials.
      parameters: [parameter("X-Key", text, "header"), parameter("Authorization", text, "header")],
      security: [{ apiKey: [], bearer: [] }],
    }),
    "/foreign": endpoint("get", "getForeign", {
      parameters: [parameter("X-Key", text, "header")],
      security: [{ bearer: [] }],
    }),
    "/optional": endpoint("get", "getOptional", { security: [{}, { bearer: [] }] }),
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
    "/rows": endpoint("get", "listRows"),
    "/leads": { servers: [{ url: "https://leads.test/v2/" }], ...endpoint("get", "listLeads") },
    "/chats": endpoint("get", "listChats", {
      servers: [{ url: "https://{area}.test", variables: { area: { default: "chats" } } }],
    }),
  },
  {},
  {
    servers: [
      { url: "https://{region}.api.test/v1", variables: { region: { default: "eu" } } },
      { url: "https://us.api.test/v1" },
    ],
  },
);
