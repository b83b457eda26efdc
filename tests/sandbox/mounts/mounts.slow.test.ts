import { createClient } from "@serviceform/client";
import { createSandbox, type Fault, type Sandbox } from "@serviceform/sandbox";
import { Hono } from "hono";
import { HttpResponse, http } from "msw/http";
import { setupServer } from "msw/node";
import { expect, onTestFinished, test } from "vitest";
import { callMount, expected } from "./call-mount.ts";
import { createFaultySandbox } from "./create-faulty-sandbox.ts";

const attempts = ["listSpaces", "listSpaces", "listItems", "listItems"];

test("a sandbox injected as fetch serves every operation, and a 503 and a cut body are retried", async () => {
  const sandbox = createFaultySandbox();
  expect(await callMount({ fetch: sandbox.fetch })).toEqual(expected);
  expect(sandbox.requests.slice(0, 4).map(({ operation }) => operation)).toEqual(attempts);
});

test("callMount rejects a response that violates the contract", async () => {
  const { fetch } = createSandbox({ faults: [{ kind: "shape", operation: "updateItem" }] });
  await expect(callMount({ fetch })).rejects.toMatchObject({ name: "ResponseError", operation: "updateItem" });
});

test("a sandbox mounted in MSW serves requests to the real address", async () => {
  const sandbox = createFaultySandbox();
  // MSW passes on a body that breaks off as one that ends.
  sandbox.faults.clear();
  sandbox.faults.add({ kind: "status", status: 503, retryAfterSeconds: 0, operation: "listSpaces" });
  sandbox.faults.add({ kind: "reset", operation: "listItems" });
  listen(sandbox);
  expect(await callMount({})).toEqual(expected);
  expect(sandbox.requests.slice(0, 4).map(({ operation }) => operation)).toEqual(attempts);
});

test("a stall in MSW ends with the client's timeout", async () => {
  const stall: Fault = { kind: "stall", after: "nothing", times: Number.POSITIVE_INFINITY };
  const sandbox = createSandbox({ faults: [stall] });
  listen(sandbox);
  const client = createClient({ apiKey: "sf_sandbox_key", retries: 0 });
  await expect(client.listSpaces({}, { timeoutMs: 50 })).rejects.toMatchObject({ name: "TimeoutError" });
  sandbox.faults.clear();
  expect(await client.listSpaces()).toHaveLength(4);
});

test("a sandbox mounted in Hono below a path serves beside another route", async () => {
  const sandbox = createFaultySandbox();
  const app = new Hono().get("/health", (context) => context.text("ok")).mount("/serviceform", sandbox.fetch);
  const overHono = async (input: string | URL | Request, init?: RequestInit) => app.request(input, init);
  expect(await callMount({ baseUrl: "http://localhost/serviceform", fetch: overHono })).toEqual(expected);
  expect(await (await app.request("/health")).text()).toBe("ok");
  expect(sandbox.requests.slice(0, 4).map(({ operation }) => operation)).toEqual(attempts);
});

test("a sandbox serves as one route of Hono", async () => {
  const sandbox = createFaultySandbox();
  const app = new Hono().all("*", ({ req }) => sandbox.fetch(req.raw));
  const overHono = async (input: string | URL | Request, init?: RequestInit) => app.request(input, init);
  expect(await callMount({ fetch: overHono })).toEqual(expected);
});

function listen(sandbox: Sandbox): void {
  const network = setupServer(
    // MSW would turn an error of a handler into a 500.
    http.all("https://link.serviceform.com/*", ({ request }) =>
      sandbox.fetch(request).catch(() => HttpResponse.error()),
    ),
  );
  network.listen({ onUnhandledFrame: "error" });
  onTestFinished(() => network.close());
}
