import type { Case, ScriptedResponse } from "./case.ts";

const json = { "content-type": "application/json" };
const html = { "content-type": "text/html" };
const long = "x".repeat(5_000);
const huge = "y".repeat(3 * 2 ** 20);

/** Error responses with any body, and the body of the error. */
const errors: (readonly [name: string, response: ScriptedResponse, body: unknown, messageIncludes?: string[]])[] = [
  [
    "a problem",
    { json: { message: "The name is taken.", code: 7 } },
    { message: "The name is taken.", code: 7 },
    ["The name is taken."],
  ],
  [
    "a problem in another JSON type",
    { body: '{"message":"no"}', headers: { "content-type": "application/problem+json; charset=utf-8" } },
    { message: "no" },
    ["no"],
  ],
  ["an empty body", {}, ""],
  ["an empty JSON body", { headers: json }, ""],
  ["JSON null", { body: "null", headers: json }, "null"],
  ["JSON false", { body: "false", headers: json }, false],
  ["JSON 0", { body: "0", headers: json }, 0],
  ["an empty JSON text", { body: '""', headers: json }, ""],
  ["a JSON array", { body: "[1]", headers: json }, [1]],
  ["a message that is not a string", { json: { message: { PRIVATE: 1 } } }, { message: { PRIVATE: 1 } }],
  ["invalid JSON", { body: '{"a":PRIVATE', headers: json }, '{"a":PRIVATE'],
  ["HTML", { body: "<h1>PRIVATE</h1>", headers: html }, "<h1>PRIVATE</h1>"],
  ["HTML with the content type of JSON", { body: "<h1>PRIVATE</h1>", headers: json }, "<h1>PRIVATE</h1>"],
  ["JSON with the content type of text", { body: '{"a":1}', headers: { "content-type": "text/plain" } }, { a: 1 }],
  ["JSON with the content type of HTML", { body: '{"a":1}', headers: html }, '{"a":1}'],
  [
    "bytes that are not UTF-8",
    { body: new Uint8Array([0xff, 0x41, 0xfe]), headers: { "content-type": "text/plain; charset=nonsense" } },
    "\ufffdA\ufffd",
  ],
  [
    "JSON in chunks that split a character",
    { body: [[0x22, 0xf0], [0x9d], [0x84], [0x9e, 0x22]].map((bytes) => Uint8Array.from(bytes)), headers: json },
    "𝄞",
  ],
  [
    "JSON with a byte order mark",
    { body: '\ufeff{"message":"marked"}', headers: json },
    { message: "marked" },
    ["marked"],
  ],
];

const statuses = [300, 304, 400, 401, 403, 404, 409, 418, 422, 500, 501, 511, 599];

export const responses: Case[] = [
  ...statuses.flatMap((status) =>
    // What the body of an error becomes does not depend on its status.
    (status === 400 ? errors : errors.slice(0, 3))
      .filter(([, response]) => status !== 304 || hasNoChunks(response))
      .map(
        ([name, response, body, messageIncludes]): Case => ({
          title: "an error status is an ApiError whatever its body",
          name: `${status} with ${name}`,
          client: { retries: 0 },
          responses: [{ ...response, status }],
          requests: ["GET /leads"],
          expect: {
            error: "ApiError",
            messageIncludes: [String(status), ...(messageIncludes ?? [])],
            with: { status, body, retryAfterMs: undefined },
          },
        }),
      ),
  ),
  {
    title: "a long text is truncated",
    client: { retries: 0 },
    responses: [{ status: 500, body: long, headers: html }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", with: { status: 500, body: long.slice(0, 2_000) }, redacts: ["xxxxx"] },
  },
  {
    title: "the preview of a long body is truncated",
    responses: [{ body: long }],
    requests: ["GET /leads"],
    expect: { error: "ResponseError", with: { bodyPreview: long.slice(0, 500) } },
  },
  {
    title: "the download of a huge error ends early",
    client: { retries: 0 },
    // The body stalls after two megabytes.
    responses: [{ status: 500, body: huge, stallsAfter: 2 ** 21, headers: json }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", with: { status: 500 }, redacts: ["yyyyy"] },
    takesMs: 0,
  },
  ...[201, 401, 503].map(
    (status): Case => ({
      title: "a status other than 3xx with a Location is no redirect",
      name: `${status}`,
      client: { retries: 0 },
      responses: [{ status, redirectsTo: "another origin", json: [] }],
      requests: ["GET /leads"],
      expect: status === 201 ? { data: [] } : { error: "ApiError", with: { status } },
    }),
  ),
  {
    title: "a message of the API in many lines becomes one line",
    responses: [{ status: 400, json: { message: " a\n\tb\r\n\u0000\u001b[31mc " } }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", redacts: ["\u001b", "a\n"], messageIncludes: ["a b"] },
  },
  {
    title: "a very long message of the API is truncated",
    responses: [{ status: 400, json: { message: `begin ${long}` } }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", redacts: ["x".repeat(1_000)], messageIncludes: ["begin"] },
  },
  {
    title: "no message contains query values",
    operation: "getChatStatistics",
    input: { startTime: "PRIVATE-1", metrics: ["PRIVATE-2"] },
    responses: [{ status: 400, json: { message: "bad" } }],
    requests: ["GET /statistics/chat"],
    expect: { error: "ApiError", messageIncludes: ["/statistics/chat", "bad"] },
  },
  {
    title: "no message contains body values",
    operation: "createItem",
    input: { spaceId: "s", primary_field: "PRIVATE" },
    responses: [{ status: 422, json: { message: "bad", given: "PRIVATE" } }],
    requests: ["POST /flex/spaces/s/items"],
    expect: { error: "ApiError", with: { body: { message: "bad", given: "PRIVATE" } } },
  },
  ...unusable(),
  ...usable(),
];

/** Success statuses whose body violates the contract. */
function unusable(): Case[] {
  const rows: (readonly [
    name: string,
    operation: "listLeads" | "createItem",
    response: ScriptedResponse,
    preview: string,
  ])[] = [
    ["an HTML page", "listLeads", { body: "<h1>PRIVATE</h1>", headers: html }, "<h1>PRIVATE</h1>"],
    ["an HTML page", "createItem", { body: "<h1>PRIVATE</h1>", headers: html }, "<h1>PRIVATE</h1>"],
    ["truncated JSON", "listLeads", { body: '[{"id":"PRIV', headers: json }, '[{"id":"PRIV'],
    ["nothing", "listLeads", {}, ""],
    ["nothing", "createItem", {}, ""],
    ["204", "listLeads", { status: 204 }, ""],
    ["205", "createItem", { status: 205 }, ""],
    ["an object in place of a list", "listLeads", { json: { PRIVATE: 1 } }, '{"PRIVATE":1}'],
    ["null in place of a list", "listLeads", { body: "null", headers: json }, "null"],
    ["a list in place of an object", "createItem", { json: ["PRIVATE"] }, '["PRIVATE"]'],
    ["null in place of an object", "createItem", { body: "null", headers: json }, "null"],
    ["a text in place of an object", "createItem", { json: "PRIVATE" }, '"PRIVATE"'],
    ["two JSON texts", "listLeads", { body: "[][]", headers: json }, "[][]"],
    ["bytes that are not text", "listLeads", { body: new Uint8Array([0, 255, 254, 1]) }, "\u0000\ufffd\ufffd\u0001"],
  ];
  return rows.map(([name, operation, response, bodyPreview]) => ({
    title: "an invalid body of a success is a ResponseError",
    name: `${operation}, ${name}`,
    operation,
    input: operation === "createItem" ? { spaceId: "s", primary_field: "x" } : undefined,
    responses: [response],
    requests: [operation === "createItem" ? "POST /flex/spaces/s/items" : "GET /leads"],
    expect: {
      error: "ResponseError",
      with: { status: response.status ?? 200, attempts: 1, bodyPreview, mayHaveSucceeded: operation === "createItem" },
    },
  }));
}

/** Unusual successes. */
function usable(): Case[] {
  const rows: (readonly [name: string, response: ScriptedResponse, data: unknown])[] = [
    ["no content type", { body: "[1]" }, [1]],
    ["the content type of text", { body: "[1]", headers: { "content-type": "text/plain" } }, [1]],
    ["the content type of HTML", { body: "[1]", headers: html }, [1]],
    ["space around", { body: " \r\n\t[1]\n ", headers: json }, [1]],
    ["a byte order mark", { body: "\ufeff[1]", headers: json }, [1]],
    ["201", { status: 201, json: [] }, []],
    ["206", { status: 206, json: [] }, []],
    ["unknown fields", { json: [{ id: "l", undocumented: { of: [1] } }] }, [{ id: "l", undocumented: { of: [1] } }]],
    ["chunks", { body: ["[", '"', "a", '"', "]"], headers: json, framing: "chunked" }, ["a"]],
  ];
  return rows.flatMap(([name, response, data]) =>
    (["method", "safe", "stream"] as const).map((by) => ({
      title: "a valid body is data whatever its headers",
      name: `${by} with ${name}`,
      by,
      responses: [response],
      requests: ["GET /leads"],
      expect: { data },
    })),
  );
}

function hasNoChunks({ json, body }: ScriptedResponse): boolean {
  return json === undefined && body === undefined;
}
