import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { startServer } from "@serviceform/sandbox/server";
import express from "express";
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { pageOptions } from "./page.ts";

const { sandbox, url, close } = await startServer({ port: 0, apiKey: "S3CRET" });
vi.stubEnv("SERVICEFORM_BASE_URL", url);
const next = await import("../app/api/serviceform/[...path]/route.ts");
const { allowed } = await import("./forward.ts");
const { app: hono } = await import("./hono.ts");
const { app } = await import("./express.ts");
const server = app.listen(0, "127.0.0.1");
// An app that parses JSON for all of its routes.
const parsing = express().use(express.json()).use(app).listen(0, "127.0.0.1");
await Promise.all([once(server, "listening"), once(parsing, "listening")]);
const origin = originOf(server);
const log = vi.spyOn(console, "error").mockImplementation(() => {});

beforeEach(() => {
  sandbox.reset();
  log.mockClear();
  vi.stubEnv("SERVICEFORM_API_KEY", "S3CRET");
});
afterAll(async () => {
  server.close();
  parsing.close();
  await close();
});

const mounts = [
  { name: "Next.js", send: (request: Request) => next[request.method as keyof typeof next](request) },
  { name: "Hono", send: async (request: Request) => hono.fetch(request) },
  { name: "Express", send: (request: Request) => fetch(request) },
  { name: "Express with express.json", send: (request: Request) => fetch(moveTo(originOf(parsing), request)) },
] as const;

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function moveTo(origin: string, request: Request): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(origin + pathname + search, request);
}

type Send = (typeof mounts)[number]["send"];

const ITEMS = "/flex/spaces/{spaceId}/items";
const params = { path: { spaceId: "space-customers" } };

function connect(send: Send) {
  return createFetchClient({ ...pageOptions(origin), fetch: (url, init) => send(new Request(url, init)) });
}

function post(send: Send, path: string, body: string, type = "application/json"): Promise<Response> {
  const init = { method: "POST", headers: { "content-type": type }, body };
  return send(new Request(`${origin}/api/serviceform${path}`, init));
}

test.for(mounts)("a page creates and lists items through $name", async ({ send }) => {
  const client = connect(send);
  const { data: item } = await client.POST(ITEMS, { params, body: { primary_field: "Acme & Söhne" } });
  const { data: items } = await client.GET(ITEMS, { params });
  expect(items).toContainEqual(item);
  expect(item?.primary_field).toBe("Acme & Söhne");
});

test.for(mounts)("a page deletes an item, a request without a body, through $name", async ({ send }) => {
  allowed.add("deleteItem");
  onTestFinished(() => void allowed.delete("deleteItem"));
  const client = connect(send);
  const { data: item } = await client.POST(ITEMS, { params, body: { primary_field: "Acme" } });
  const path = { spaceId: "space-customers", itemId: item?.id ?? "" };
  const { response } = await client.DELETE(`${ITEMS}/{itemId}`, { params: { path } });
  expect(response.status).toBe(200);
  expect(sandbox.store.items.map(({ id }) => id)).not.toContain(item?.id);
});

test.for(mounts)("an unknown space and an invalid item get the API's own status through $name", async ({ send }) => {
  const client = connect(send);
  const { response, error } = await client.GET(ITEMS, { params: { path: { spaceId: "unknown" } } });
  expect([response.status, error]).toEqual([404, { message: "Space unknown does not exist." }]);
  expect((await post(send, "/flex/spaces/space-customers/items", "{}")).status).toBe(422);
});

test.for(mounts)("every value of a query is sent by $name", async ({ send }) => {
  await send(new Request(`${origin}/api/serviceform/flex/spaces?tag=a&tag=b&sort=name`));
  expect(sandbox.requests.map(({ url }) => url)).toEqual([expect.stringContaining("?tag=a&tag=b&sort=name")]);
});

test.for(mounts)("an operation that is not allowed is not sent by $name", async ({ send }) => {
  const { response } = await connect(send).GET("/leads");
  expect(response.status).toBe(404);
  expect((await send(new Request(`${origin}/api/serviceform/nothing`))).status).toBe(404);
  expect(sandbox.requests).toHaveLength(0);
});

test.for(mounts)("an ID with a slash, which a gateway could decode, is not sent by $name", async ({ send }) => {
  for (const id of ["..%2f..%2fleads%3f", "..%5C..%5Cleads%3F"]) {
    expect((await send(new Request(`${origin}/api/serviceform/flex/spaces/${id}/items`))).status).toBe(404);
  }
  expect(sandbox.requests).toHaveLength(0);
});

test.for(mounts)("no cache keeps a response of $name", async ({ send }) => {
  for (const path of ["/flex/spaces", "/flex/spaces/unknown/items", "/nothing"]) {
    const { headers } = await send(new Request(`${origin}/api/serviceform${path}`));
    expect([headers.get("cache-control"), headers.get("content-type")]).toEqual([
      "no-store",
      expect.stringMatching(/^application\/json/),
    ]);
  }
});

test.for(mounts)("JSON in any spelling of its media type is accepted by $name", async ({ send }) => {
  const path = "/flex/spaces/space-customers/items";
  for (const type of ["application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON ; a=b"]) {
    const response = await post(send, path, '{"primary_field":"Söhne"}', type);
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ primary_field: "Söhne" }),
    ]);
  }
});

test.for(mounts)("a form of another site and a broken body are rejected by $name", async ({ send }) => {
  const path = "/flex/spaces/space-customers/items";
  for (const type of [
    "text/plain",
    "text/plain; application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=application/json",
    "application/jsonp",
    "",
  ]) {
    expect((await post(send, path, '{"primary_field":"Acme"}', type)).status, type).toBe(415);
  }
  expect((await post(send, path, "{")).status).toBe(400);
  expect((await post(send, "/flex/spaces/%2e%2e/items", '{"primary_field":"Acme"}')).status).toBe(404);
  expect(sandbox.requests).toHaveLength(0);
});

test.for(mounts)("an expired key is logged and not shown by $name", async ({ send }) => {
  vi.stubEnv("SERVICEFORM_API_KEY", "expired");
  const response = await send(new Request(`${origin}/api/serviceform/flex/spaces`));
  expect([response.status, await response.json()]).toEqual([502, { message: "Try again later." }]);
  expect(log).toHaveBeenCalledOnce();
});
