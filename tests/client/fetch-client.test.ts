import { type ClientOptions, ConfigurationError, ConnectionError, type Fetch } from "@serviceform/client";
import { createFetchClient, type FetchClient } from "@serviceform/client/openapi-fetch";
import { usesBodyMedia, usesWholeBodies } from "@serviceform/types";
import { expect, test, vi } from "vitest";
import { jsonResponse, rejection } from "./runner/scripted-client.ts";

function clientOf(fetch: Fetch, options: ClientOptions = {}) {
  return createFetchClient({
    apiKey: "S3CRET",
    baseUrl: "https://api.example/v1",
    fetch,
    retries: { baseDelayMs: 1 },
    ...options,
  });
}

function scripted(...responses: (() => Response)[]) {
  return vi.fn(async (_url: string, _init: RequestInit) => (responses.shift() ?? (() => jsonResponse([])))());
}

/** The error of a call that is rejected before a request is sent. */
async function rejected(call: (client: FetchClient) => Promise<unknown>) {
  const fetch = scripted();
  const error = await rejection(call(clientOf(fetch)));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(fetch).not.toHaveBeenCalled();
  return error;
}

/** The same for a call whose request a middleware replaces. */
function rejectedRequest(replace: (request: Request) => Request | undefined, body?: object) {
  return rejected((client) => {
    client.use({ onRequest: ({ request }) => replace(request) });
    return body ? client.POST("/chats", { body }) : client.GET("/leads");
  });
}

const getItem = "/flex/spaces/{spaceId}/items/{itemId}";
const items = "/flex/spaces/{spaceId}/items";
const path = { spaceId: "a/b", itemId: "i" };

test("a call returns the result of openapi-fetch and sends the key", async () => {
  const fetch = scripted(() =>
    Object.defineProperty(jsonResponse({ id: "i" }), "url", { value: "https://api.example/sent" }),
  );
  const { data, error, response } = await clientOf(fetch).GET(getItem, { params: { path } });
  expect(data).toEqual({ id: "i" });
  expect(error).toBeUndefined();
  expect(response.status).toBe(200);
  expect(response.url).toBe("https://api.example/sent");
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url).toBe("https://api.example/v1/flex/spaces/a%2Fb/items/i");
  expect(new Headers(init?.headers).get("sf-api-key")).toBe("S3CRET");
  expect(init?.redirect).toBe("manual");
});

test.for([200, 404])("a status text that is no Latin-1 is kept, with status %d", async (status) => {
  const respond = (): Response =>
    Object.defineProperty(jsonResponse({ id: "i" }, { status }), "statusText", { value: "Успех" });
  const { data, error, response } = await clientOf(scripted(respond)).GET(getItem, { params: { path } });
  expect(data ?? error).toEqual({ id: "i" });
  expect(response).toMatchObject({ status, statusText: "Успех" });
});

test.for([103, 199, 600, 999])("a hand-made error with status %d is thrown", async (status) => {
  const respond = () => ({ status, headers: { get: () => null }, text: async () => "{}" }) as never;
  const error = await rejection(clientOf(scripted(respond)).GET(getItem, { params: { path } }));
  expect(error).toMatchObject({ name: "ApiError", status });
});

test.for([
  ["get() alone", { get: () => null }],
  ["the names of HTTP/2", new Map([[":status", "200"]])],
] as const)("hand-made headers with %s do not hide a response", async ([, headers]) => {
  const respond = () => ({ status: 200, headers, text: async () => '{"id":"i"}' }) as never;
  const { data, response } = await clientOf(scripted(respond)).GET(getItem, { params: { path } });
  expect([data, [...response.headers]]).toEqual([{ id: "i" }, [["content-type", expect.any(String)]]]);
});

test("a body is sent when Headers keep the case of names", async () => {
  class LoudRequest extends Request {
    override get headers(): Headers {
      return Object.assign(super.headers, { [Symbol.iterator]: () => [["Content-Type", "application/json"]].values() });
    }
  }
  const fetch = scripted(() => jsonResponse({ id: "i" }));
  const options = { params: { path: { spaceId: "s" } }, body: { primary_field: "Acme" }, Request: LoudRequest };
  const { data } = await clientOf(fetch).POST(items, options);
  expect(data).toEqual({ id: "i" });
});

test.for([
  ["", undefined],
  ["", "application/json"],
  ["null", "application/json"],
  ["false", "application/json"],
  ["0", "application/json"],
  ['""', "application/json"],
  ["-0", "application/json"],
  ["", "text/html"],
  ["0", "text/plain"],
  [" ", "text/plain"],
])("the error body %j (%s) is a truthy error", async ([body, type]) => {
  for (const status of [400, 404, 422, 500]) {
    const respond = () => new Response(body, { status, ...(type && { headers: { "content-type": type } }) });
    const { data, error, response } = await clientOf(scripted(respond), { retries: 0 }).GET("/leads");
    expect(data).toBeUndefined();
    expect(error, String(status)).toBeTruthy();
    if (body !== " ") expect(error).toEqual({ message: expect.stringContaining(`API responded with ${status}`) });
    expect(response.ok).toBe(false);
    expect(response.status).toBe(status);
  }
});

test("an error body that is not JSON is the error, as text", async () => {
  const respond = () => new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "content-type": "text/html" } });
  const { error } = await clientOf(scripted(respond), { retries: 0 }).GET("/leads");
  expect(error).toBe("<h1>Bad gateway</h1>");
});

test("a call that is aborted without a truthy reason rejects with an AbortError", async () => {
  const abort = new AbortController();
  const fetch = async (): Promise<Response> => {
    abort.abort(0);
    throw 0;
  };
  const error = await rejection(clientOf(fetch).GET("/leads", { signal: abort.signal }));
  expect(error).toMatchObject({ name: "AbortError", message: "The call was aborted" });
});

test.for([
  [300, {}],
  [301, {}],
  [304, {}],
  [500, { "content-length": "0" }],
] as const)("%s without a body and with the headers %j is a truthy error", async ([status, headers]) => {
  const respond = () => new Response(null, { status, headers });
  const { data, error, response } = await clientOf(scripted(respond), { retries: 0 }).GET("/leads");
  expect(data).toBeUndefined();
  expect(error).toBeTruthy();
  expect(response.status).toBe(status);
});

test("a missing path value is rejected", async () => {
  await rejected((client) => client.DELETE(getItem, { params: {} } as never));
  await rejected((client) => client.GET(getItem, {} as never));
  const error = await rejected((client) => client.GET(getItem, { params: { path: { spaceId: "s" } as never } }));
  expect(error).toMatchObject({ code: "missing_input", param: "itemId", message: "itemId is required" });
});

test.for([
  [
    "an unknown query key",
    "/statistics/chat",
    { params: { query: { nonsense: "1" } } },
    'unknown input "nonsense"; expected startTime, endTime, metrics:',
  ],
  ["a date in the query", "/statistics/chat", { params: { query: { startTime: new Date(0) } } }, "startTime"],
  [
    "a query key where there is none",
    "/leads",
    { params: { query: { limit: 1 } } },
    'unknown input "limit"; expected none',
  ],
] as const)("%s is rejected by name", async ([, url, init, name]) => {
  const error = await rejected((client) => client.GET(url as "/leads", init as never));
  expect(error.message).toContain(name);
});

test.for([
  ["without the required key", {}, "primary_field"],
  ["with an unknown key", { primary_field: "x", nonsense: 1 }, "nonsense"],
  ["with a key of the path", { primary_field: "x", spaceId: "other" }, "spaceId"],
  ["that is not an object", ["x"], ""],
  ["with a date", { primary_field: new Date(0) }, "primary_field"],
  ["with NaN", { primary_field: Number.NaN }, "primary_field"],
  ["with a bigint", { primary_field: 1n }, "primary_field"],
  ["that is absent", undefined, ""],
] as const)("a body %s is rejected", async ([, body, name]) => {
  const init = { params: { path: { spaceId: "s" } }, body: body as never };
  expect((await rejected((client) => client.POST(items, init))).message).toContain(name);
});

test("a body key in the query is rejected, even though the body does not have it", async () => {
  const init = { params: { path: { spaceId: "s" }, query: { primary_field: "x" } }, body: {} };
  await rejected((client) => client.POST(items, init as never));
});

test.for([
  "https://evil.example",
  "http://api.example/v1",
  "https://api.example:444/v1",
  "https://api.example",
  "https://api.example/other",
  "https://api.example/v2",
  "https://api.example.evil.example/v1",
])("the baseUrl %s of a call with another origin or path is rejected, and gets no key", async (baseUrl) => {
  await rejected((client) => client.GET("/leads", { baseUrl }));
});

test("a base URL whose path is no percent-encoded UTF-8 is kept", async () => {
  const fetch = scripted();
  expect((await clientOf(fetch, { baseUrl: "https://api.example/100%" }).GET("/leads")).data).toEqual([]);
  expect(fetch.mock.calls[0]?.[0]).toBe("https://api.example/100%/leads");
});

test("a base URL with encoded braces in its path is kept", async () => {
  const fetch = scripted();
  const client = clientOf(fetch, { baseUrl: "https://api.example/%7Ba%7D" });
  await client.GET("/flex/spaces/{spaceId}/items", { params: { path: { spaceId: "{s}" } } });
  expect(fetch.mock.calls[0]?.[0]).toBe("https://api.example/%7Ba%7D/flex/spaces/%7bs%7d/items");
});

test.for(["{itemId}", "{spaceId}", "{", "}"])("the path value %s is sent", async (itemId) => {
  const fetch = scripted(() => jsonResponse({ id: "i" }));
  await clientOf(fetch).GET(getItem, { params: { path: { spaceId: "s", itemId } } });
  expect(decodeURIComponent(new URL(fetch.mock.calls[0]?.[0] ?? "").pathname)).toBe(
    `/v1/flex/spaces/s/items/${itemId}`,
  );
});

test.for(["/unknown", "/", "", "/leads/", "//leads", "/flex/spaces/s/items/i/more", "/flex/../leads/..", "/LEADS"])(
  "the undocumented path %j is rejected",
  async (unknown) => {
    await rejected((client) => client.GET(unknown as "/leads"));
  },
);

test("an undocumented path with a value, or an undocumented method, is rejected", async () => {
  const init = { params: { path: { id: "1" } } } as never;
  const error = await rejected((client) => client.GET("/unknown/{id}" as "/leads", init));
  expect(error.code).toBe("unknown_operation");
  await rejected((client) => client.DELETE("/leads" as never));
  await rejected((client) => client.PATCH("/leads" as never));
});

test("a fetch option of one call bypasses the client and gets no key", async () => {
  const fetch = scripted();
  const own = vi.fn(async (request: Request) => {
    expect([...request.headers.values()].join()).not.toContain("S3CRET");
    return jsonResponse([{ id: "own" }]);
  });
  const { data } = await clientOf(fetch).GET("/leads", { fetch: own as never });
  expect(data).toEqual([{ id: "own" }]);
  expect(own).toHaveBeenCalledOnce();
  expect(fetch).not.toHaveBeenCalled();
});

test("middleware may return a Request and a Response of the platform", async () => {
  const fetch = scripted(() => jsonResponse([1]));
  const client = clientOf(fetch);
  client.use({
    onRequest: ({ request }) =>
      new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-trace": "t1" } }),
    onResponse: ({ response }) =>
      new Response(response.body, { status: 200, headers: { ...Object.fromEntries(response.headers), "x-seen": "1" } }),
  });
  const { data, response } = await client.GET("/leads");
  expect(data).toEqual([1]);
  expect(response.headers.get("x-seen")).toBe("1");
  expect(new Headers(fetch.mock.calls[0]?.[1].headers).get("x-trace")).toBe("t1");
});

test("middleware does not see the key and cannot replace it or the destination", async () => {
  const fetch = scripted();
  const seen: string[] = [];
  const client = clientOf(fetch);
  client.use({ onRequest: ({ request }) => void seen.push(JSON.stringify([...request.headers])) });
  await client.GET("/leads");
  expect(seen.join()).not.toContain("S3CRET");
  await rejectedRequest((request) => new Request("https://evil.example/v1/leads", request));
  await rejectedRequest((request) => void request.headers.set("sf-api-key", "evil"));
});

test.for([
  ["/flex/spaces/s/items/..", "unknown_operation"],
  ["/flex/spaces//items", "unknown_operation"],
  ["/flex/spaces/s/items/", "unknown_operation"],
  ["/flex/spaces/%zz/items", "invalid_input"],
])("middleware that rewrites the path to %s is rejected as %s", async ([path, code]) => {
  const error = await rejectedRequest((request) => new Request(`https://api.example/v1${path}`, request));
  expect(error.code).toBe(code);
  if (code === "invalid_input") expect(error.message).toBe("url must be percent-encoded UTF-8");
});

test.for(["5", "null", "[]", '"text"', "no JSON"])("middleware that makes the body %s is rejected", async (body) => {
  const error = await rejectedRequest((request) => new Request(request, { body, method: "POST" }), {});
  expect(error).toMatchObject({ code: "invalid_input", param: "body" });
  expect(error.message).toContain("body must be a JSON object");
});

test.for([new Map([["limit", 1]]), new Date(0), new Set()])(
  "the body %o, which JSON serializes as empty, is rejected",
  async (body) => {
    const error = await rejected((client) => client.POST("/chats", { body: body as never }));
    // Where an operation takes any value or form, the body is read before the operation is known.
    const anyValue = "body must be a JSON value; it would be lost or changed";
    expect(error.message).toBe(usesWholeBodies || usesBodyMedia ? anyValue : "body must be a plain object");
  },
);

test("headers of a call cannot replace the key", async () => {
  for (const headers of [{ "sf-api-key": "evil" }, { "SF-API-KEY": "evil" }, { "content-type": "text/plain" }])
    await rejected((client) => client.POST("/chats", { headers, body: {} } as never));
});

test("a header whose name contains content-type is sent or rejected, not dropped", async () => {
  const fetch = scripted();
  await clientOf(fetch).GET("/leads", { headers: { "x-content-type": "application/json" } });
  expect(fetch.mock.calls[0]?.[1].headers).toMatchObject({ "x-content-type": "application/json" });
  const error = await rejection(clientOf(fetch).GET("/leads", { headers: { "content-type-x": "application/json" } }));
  expect(error).toMatchObject({ code: "reserved_header", param: "headers.content-type-x" });
});

test("an invalid input has the operation, the method and the URL without query values", async () => {
  const init = { params: { query: { nonsense: "secret" } } } as never;
  const error = await rejected((client) => client.GET("/statistics/chat", init));
  expect(error).toMatchObject({
    code: "unknown_input",
    param: "nonsense",
    operation: "getChatStatistics",
    method: "GET",
    url: "https://api.example/v1/statistics/chat?nonsense",
  });
});

test("the options are validated as those of createClient", () => {
  expect(() => createFetchClient({ apiKey: "k", timeout: 5 } as never)).toThrow(/timeout/);
  expect(() => createFetchClient({ apiKey: "S3CRET\n" })).toThrow(/apiKey/);
  expect(() => createFetchClient({ apiKey: "S3CRET\n" })).not.toThrow(/S3CRET/);
  expect(() => createFetchClient({ apiKey: "k", baseUrl: "http://api.example" })).toThrow(/baseUrl/);
});

test("maxConcurrency and hooks apply to createFetchClient", async () => {
  let running = 0;
  let most = 0;
  const onRequest = vi.fn();
  const client = clientOf(
    async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return jsonResponse([]);
    },
    { maxConcurrency: 2, hooks: { onRequest } },
  );
  await Promise.all(Array.from({ length: 10 }, () => client.GET("/leads")));
  expect(most).toBe(2);
  expect(onRequest).toHaveBeenCalledTimes(10);
});

test("errors are instances of the main entry's classes", async () => {
  expect(() => clientOf(scripted(), { timeoutMs: 0 })).toThrow(ConfigurationError);
  const broken = clientOf(async () => Promise.reject(new Error("down")), { retries: 0 });
  await expect(broken.GET("/leads")).rejects.toBeInstanceOf(ConnectionError);
});
