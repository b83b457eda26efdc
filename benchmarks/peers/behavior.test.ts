import { expect, test } from "vitest";
import type { Calls, CreatePeer } from "../src/peer.ts";
import { create as heyApi } from "./hey-api/create.ts";
import { create as openapiFetch } from "./openapi-fetch/create.ts";
import { create as serviceform } from "./serviceform/create.ts";

const BASE = "https://api.example.com";
const others = [openapiFetch, heyApi];

interface CallResult {
  /** Method and path with query of each request. */
  readonly requests: readonly string[];
  /** What the last request does at a redirect. */
  readonly redirect?: RequestRedirect | undefined;
  readonly data?: unknown;
  readonly error?: unknown;
}

/** Makes one call on scripted responses, the last of which is repeated. */
async function run(
  create: CreatePeer,
  call: (calls: Calls) => Promise<unknown>,
  responses: (() => Response)[] = [],
  apiKey = "k3y-of-the-account",
): Promise<CallResult> {
  const requests: string[] = [];
  let redirect: RequestRedirect | undefined;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(`${request.method} ${request.url.replace(BASE, "")}`);
    ({ redirect } = request);
    return (responses.length > 1 ? responses.shift() : responses[0])?.() ?? Response.json([]);
  };
  try {
    const data = await call(create({ baseUrl: BASE, apiKey, fetch }));
    return { requests, redirect, data };
  } catch (error) {
    return { requests, redirect, error };
  }
}

const deleteParent = (calls: Calls) => calls.deleteItem({ spaceId: "space-1", itemId: ".." });
const list = (calls: Calls) => calls.listSpaces({});

test("serviceform rejects a path value of two dots, others delete another resource", async () => {
  expect(await run(serviceform, deleteParent)).toMatchObject({ requests: [], error: { param: "itemId" } });
  for (const create of others) {
    expect((await run(create, deleteParent)).requests).toEqual(["DELETE /flex/spaces/space-1/"]);
  }
});

test("serviceform retries a GET after 503, others do not", async () => {
  const unavailable = () => new Response(null, { status: 503, headers: { "retry-after": "0" } });
  expect((await run(serviceform, list, [unavailable, () => Response.json([])])).data).toEqual([]);
  for (const create of others) {
    expect((await run(create, list, [unavailable, () => Response.json([])])).requests).toHaveLength(1);
  }
});

test("serviceform reports an HTML page with status 200 with status and operation, others throw a bare SyntaxError", async () => {
  const page = () => new Response("<html>", { headers: { "content-type": "application/json" } });
  expect((await run(serviceform, list, [page])).error).toMatchObject({ status: 200, operation: "listSpaces" });
  for (const create of others) {
    expect(Object.keys((await run(create, list, [page])).error as object)).not.toContain("status");
  }
});

test("serviceform rejects a Date in a query, openapi-fetch drops it and hey-api serializes it", async () => {
  const call = (calls: Calls) => calls.getChatStatistics({ startTime: new Date(0) as never });
  expect(await run(serviceform, call)).toMatchObject({ requests: [], error: { param: "startTime" } });
  expect((await run(openapiFetch, call)).requests).toEqual(["GET /statistics/chat"]);
  expect((await run(heyApi, call)).requests).toEqual(["GET /statistics/chat?startTime=1970-01-01T00:00:00.000Z"]);
});

test("serviceform reports a 404 without a body with its status, others throw an empty string or object", async () => {
  const notFound = () => new Response("", { status: 404 });
  const get = (calls: Calls) => calls.getItem({ spaceId: "space-1", itemId: "item-1" });
  expect((await run(serviceform, get, [notFound])).error).toMatchObject({ name: "ApiError", status: 404 });
  expect((await run(openapiFetch, get, [notFound])).error).toBe("");
  expect((await run(heyApi, get, [notFound])).error).toEqual({});
});

test("serviceform does not follow a redirect, others send the key to its target", async () => {
  expect((await run(serviceform, list)).redirect).toBe("manual");
  for (const create of others) expect((await run(create, list)).redirect).toBe("follow");
});

test("serviceform redacts a key with a line break, others print it", async () => {
  const messageOf = async (create: CreatePeer) => String((await run(create, list, [], "k3y\nof-the-account")).error);
  expect(await messageOf(serviceform)).not.toContain("of-the-account");
  for (const create of others) expect(await messageOf(create)).toContain("of-the-account");
});
