import { createClient } from "@serviceform/client";
import { createSandbox, type Sandbox } from "@serviceform/sandbox";
import { Hono } from "hono";
import { HttpResponse, http } from "msw/http";
import { setupServer } from "msw/node";
import { expect, onTestFinished, test } from "vitest";
import { createTroubledSandbox } from "./create-troubled-sandbox.ts";
import { expected, visit } from "./visit.ts";

const tried = ["listSpaces", "listSpaces", "listItems", "listItems"];

test("injected as fetch, every operation answers, and a 503 and a cut body are tried again", async () => {
  const sandbox = createTroubledSandbox();
  expect(await visit({ fetch: sandbox.fetch })).toEqual(expected);
  expect(sandbox.requests.slice(0, 4).map(({ operation }) => operation)).toEqual(tried);
});

test("a visit does not put up with an answer that breaks the contract", async () => {
  const { fetch } = createSandbox({ faults: [{ kind: "shape", operation: "getItem" }] });
  await expect(visit({ fetch })).rejects.toMatchObject({ name: "ResponseError", operation: "getItem" });
});

test("mounted in MSW, it answers what the program sends to the real address", async () => {
  const sandbox = createTroubledSandbox();
  // MSW hands a body that breaks on as one that ends.
  sandbox.faults.clear();
  sandbox.faults.add({ kind: "status", status: 503, retryAfterSeconds: 0, operation: "listSpaces" });
  sandbox.faults.add({ kind: "reset", operation: "listItems" });
  listen(sandbox);
  expect(await visit({})).toEqual(expected);
  expect(sandbox.requests.slice(0, 4).map(({ operation }) => operation)).toEqual(tried);
});

test("in MSW a stall ends with the caller's patience", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "stall", after: "nothing" }] });
  listen(sandbox);
  const client = createClient({ apiKey: "sf_sandbox_key", timeoutMs: 50, retries: 1 });
  expect(await client.listSpaces()).toHaveLength(4);
  expect(sandbox.requests.map(({ status }) => status)).toEqual([undefined, 200]);
});

test("mounted in Hono under a path of its own, with another route beside it", async () => {
  const sandbox = createTroubledSandbox();
  const app = new Hono().get("/health", (context) => context.text("ok")).mount("/serviceform", sandbox.fetch);
  const overHono = async (input: string | URL | Request, init?: RequestInit) => app.request(input, init);
  expect(await visit({ baseUrl: "http://localhost/serviceform", fetch: overHono })).toEqual(expected);
  expect(await (await app.request("/health")).text()).toBe("ok");
  expect(sandbox.requests.slice(0, 4).map(({ operation }) => operation)).toEqual(tried);
});

test("one route of Hono takes it too", async () => {
  const sandbox = createTroubledSandbox();
  const app = new Hono().all("*", ({ req }) => sandbox.fetch(req.raw));
  const overHono = async (input: string | URL | Request, init?: RequestInit) => app.request(input, init);
  expect(await visit({ fetch: overHono })).toEqual(expected);
});

function listen(sandbox: Sandbox): void {
  const network = setupServer(
    // What a handler throws would become a 500.
    http.all("https://link.serviceform.com/*", ({ request }) =>
      sandbox.fetch(request).catch(() => HttpResponse.error()),
    ),
  );
  network.listen({ onUnhandledFrame: "error" });
  onTestFinished(() => network.close());
}
