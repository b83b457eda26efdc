import { createHmac } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { beforeEach, expect, test, vi } from "vitest";
import { createApp } from "./create-app.ts";

const SECRET = "shared with the sender";
const submission = { id: "submission-1", email: "jane@example.com" };
const log = vi.spyOn(console, "error").mockImplementation(() => {});
beforeEach(() => void log.mockClear());

test("creates an item", async () => {
  await using app = await start();
  const response = await app.report(submission);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ itemId: app.created()[0]?.id });
});

test("creates one item for a submission that is reported three times, twice concurrently", async () => {
  await using app = await start();
  const first = await Promise.all([app.report(submission), app.report(submission)]);
  const bodies = await Promise.all([...first, await app.report(submission)].map((response) => response.json()));
  expect(app.created()).toHaveLength(1);
  expect(bodies).toEqual(Array(3).fill({ itemId: app.created()[0]?.id }));
});

test("searches before it creates an item that may exist", async () => {
  await using app = await start();
  app.sandbox.faults.add({ kind: "reset", operation: "createItem", applied: true });
  expect((await app.report(submission)).status).toBe(503);
  const response = await app.report(submission);
  expect(await response.json()).toEqual({ itemId: app.created()[0]?.id });
  expect(app.operations()).toEqual(["createItem", "listItems"]);
});

test("creates the item if the search finds none", async () => {
  await using app = await start();
  app.sandbox.faults.add({ kind: "reset", operation: "createItem", applied: false });
  expect((await app.report(submission)).status).toBe(503);
  expect((await app.report(submission)).status).toBe(200);
  expect(app.created()).toHaveLength(1);
  expect(app.operations()).toEqual(["createItem", "listItems", "createItem"]);
});

test.for([
  { title: "a lost response", fault: { kind: "reset" } },
  { title: "a gateway's 503", fault: { kind: "status", status: 503, retryAfterSeconds: 0 } },
] as const)("looks after $title, and takes no item of an earlier submission for it", async ({ fault }) => {
  await using app = await start();
  await app.report(submission);
  app.sandbox.faults.add({ ...fault, operation: "createItem", applied: false });
  const again = { ...submission, id: "submission-2" };
  expect((await app.report(again)).status).toBe(503);
  expect((await app.report(again)).status).toBe(200);
  expect(app.created()).toHaveLength(2);
  expect(app.operations()).toEqual(["createItem", "createItem", "listItems", "createItem"]);
});

test("passes on the Retry-After of the API, and does not search afterwards", async () => {
  await using app = await start();
  app.sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 3_600, operation: "createItem" });
  const response = await app.report(submission);
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("3600");
  expect((await app.report(submission)).status).toBe(200);
  expect(app.operations()).toEqual(["createItem", "createItem"]);
});

test("does not request another report of a submission that the API rejects", async () => {
  await using app = await start("nowhere");
  expect((await app.report(submission)).status).toBe(422);
});

test.for([
  ["a wrong signature", JSON.stringify(submission), { "x-signature": sign("something else") }, 401],
  ["no signature", JSON.stringify(submission), { "x-signature": "" }, 401],
  ["no JSON", "{", {}, 422],
  ["no address", JSON.stringify({ id: "submission-1" }), {}, 422],
  ["null", "null", {}, 422],
  ["another content type", JSON.stringify(submission), { "content-type": "text/plain" }, 415],
] as const)("rejects %s before it calls the API", async ([, body, headers, status]) => {
  await using app = await start();
  expect((await app.post(body, headers)).status).toBe(status);
  expect(app.operations()).toEqual([]);
});

async function start(spaceId = "space-customers") {
  const sandbox = createSandbox();
  const serviceform = createClient({ apiKey: "sf_sandbox_key", fetch: sandbox.fetch });
  const server = createApp({ serviceform, spaceId, secret: SECRET }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/submission`;
  const post = (body: string, headers: Record<string, string> = {}) => {
    const own = { "content-type": "application/json", "x-signature": sign(body) };
    return fetch(url, { method: "POST", body, headers: { ...own, ...headers } });
  };
  return {
    sandbox,
    post,
    report: (content: object) => post(JSON.stringify(content)),
    created: () => sandbox.store.items.filter(({ primary_field }) => primary_field === submission.email),
    operations: () => sandbox.requests.map(({ operation }) => operation),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function sign(body: string): string {
  return createHmac("sha256", SECRET).update(body).digest("hex");
}
