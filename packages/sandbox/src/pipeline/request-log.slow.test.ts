import { expect, test } from "vitest";
import { call, type Sent } from "../testing/call.js";
import { heldMiB } from "../testing/heap.js";
import { createSandbox } from "../testing/sandbox.js";
import { REQUEST_LOG_LENGTH } from "./request-log.js";

test("a request is recorded as it came in, without its key", async () => {
  const sandbox = createSandbox({ apiKey: "secret-key" });
  const path = "/flex/spaces/space-customers/items";
  await call(sandbox, `POST ${path}`, {
    key: "secret-key",
    body: { primary_field: "Acme" },
    headers: { "X-Trace": "1" },
  });
  await call(sandbox, "GET /statistics/chat?metrics=totalChats", { key: "wrong-key" });
  expect(sandbox.requests).toEqual([
    {
      operation: "createItem",
      method: "POST",
      url: `https://link.serviceform.com${path}`,
      headers: { "content-type": "application/json", "x-trace": "1" },
      body: { primary_field: "Acme" },
      status: 200,
      durationMs: expect.any(Number),
    },
    expect.objectContaining({ operation: "getChatStatistics", body: undefined, status: 403, headers: {} }),
  ]);
  expect(JSON.stringify(sandbox.requests)).not.toMatch(/secret-key|wrong-key/);
});

test.each([
  ["null", null],
  ["{", "{"],
  [`${"[".repeat(200_000)}${"]".repeat(200_000)}`, expect.any(String)],
])("a body that is not a JSON object is recorded too", async (body, recorded) => {
  const sandbox = createSandbox();
  expect((await call(sandbox, "POST /chats", { body })).status).toBe(400);
  expect(sandbox.requests[0]?.body).toEqual(recorded);
  expect(() => JSON.stringify(sandbox.requests)).not.toThrow();
});

test("a body that is not text is rejected", async () => {
  const sandbox = createSandbox();
  const headers = { "content-type": "application/json", "sf-api-key": "sf_sandbox_key" };
  const body = new Uint8Array([0x7b, 0xff, 0x7d]);
  const response = await sandbox.fetch("https://link.serviceform.com/chats", { method: "POST", headers, body });
  expect([response.status, await response.json()]).toEqual([400, { message: "The body is not UTF-8." }]);
});

test("a form is recorded as a form, and a body that is not UTF-8 as bytes", async () => {
  const sandbox = createSandbox();
  const form = new FormData();
  form.append("title", "Ä");
  form.append("file", new File([new Uint8Array([0xff, 0])], "a.png", { type: "image/png" }));
  const headers = { "sf-api-key": "sf_sandbox_key" };
  for (const body of [form, new Uint8Array([0xff, 0])]) {
    await sandbox.fetch("https://link.serviceform.com/chats", { method: "POST", headers, body });
  }
  const [first, second] = sandbox.requests.map(({ body }) => body);
  const file = (first as FormData).get("file") as File;
  expect([(first as FormData).get("title"), file.name, new Uint8Array(await file.arrayBuffer())]).toEqual([
    "Ä",
    "a.png",
    new Uint8Array([0xff, 0]),
  ]);
  expect(second).toEqual(new Uint8Array([0xff, 0]));
});

test("only the last 1 000 requests are kept", async () => {
  const sandbox = createSandbox();
  for (let number = 0; number < REQUEST_LOG_LENGTH + 5; number += 1) await call(sandbox, `GET /${number}`);
  expect(sandbox.requests).toHaveLength(1_000);
  expect(sandbox.requests[0]?.url).toBe("https://link.serviceform.com/5");
});

const MIB = 1_048_576;

test("large bodies push the oldest requests out", async () => {
  const sandbox = createSandbox();
  const body = JSON.stringify({ primary_field: "x".repeat(1_000_000) });
  for (let number = 0; number < 12; number += 1) await call(sandbox, `POST /flex/spaces/${number}/items`, { body });
  expect(sandbox.requests).toHaveLength(8);
  expect(sandbox.requests.at(-1)?.url).toMatch(/11\/items$/);
});

test.each<[string, string, Sent]>([
  ["URLs", `GET /leads?${"x".repeat(100_000)}`, {}],
  ["headers", "GET /leads?x", { headers: { "x-trace": "x".repeat(100_000) } }],
  ["paths that the contract does not have", `GET /${"x".repeat(100_000)}`, {}],
])("long %s push the oldest requests out", async (_, what, sent) => {
  const sandbox = createSandbox();
  for (let number = 0; number < 100; number += 1) await call(sandbox, what, sent);
  const { length } = sandbox.requests;
  // A character that is not ASCII takes two bytes.
  expect(length * 200_000).toBeLessThan(16 * MIB);
  expect((length + 1) * 201_000).toBeGreaterThan(16 * MIB);
});

test("a request larger than the limit of all requests is kept until the next one", async () => {
  const sandbox = createSandbox();
  await call(sandbox, "GET /flex/spaces");
  await call(sandbox, `GET /leads?${"x".repeat(9 * MIB)}`);
  expect(sandbox.requests.map(({ operation }) => operation)).toEqual(["listLeads"]);
  await call(sandbox, "GET /flex/spaces");
  expect(sandbox.requests.map(({ operation }) => operation)).toEqual(["listSpaces"]);
});

test("only JSON that is large when parsed is kept as text", async () => {
  const sandbox = createSandbox();
  const large = `{"a":[${"{},".repeat(340_000)}{}]}`;
  for (const body of [large, '{"a":[{}]}']) await call(sandbox, "POST /chats", { body });
  expect(sandbox.requests.map(({ body }) => body)).toEqual([large, { a: [{}] }]);
});

test("the log stays small with bodies of any kind", async () => {
  const { fetch, requests } = createSandbox();
  const headers = { "sf-api-key": "sf_sandbox_key", "content-type": "application/json" };
  const fill = (json: string) => `{"a":[${`${json},`.repeat(1_000_000 / (json.length + 1))}0]}`;
  const held = await heldMiB(async () => {
    for (const json of ["{}", '{"a":1}', "0.5"])
      for (let number = 0; number < 3; number += 1)
        await fetch("https://x.example/chats", { method: "POST", headers, body: fill(json) });
  });
  expect(requests.length).toBeGreaterThan(1);
  expect(held).toBeLessThan(20);
});

test("a list of requests that is emptied by hand records later ones", async () => {
  const sandbox = createSandbox();
  for (let round = 0; round < 3; round += 1) {
    (sandbox.requests as unknown[]).length = 0;
    for (let number = 0; number < 5; number += 1) await call(sandbox, `GET /${"x".repeat(MIB)}`);
    expect(sandbox.requests).toHaveLength(5);
  }
});

test("a request that was dropped while its body arrived stays dropped", async () => {
  const sandbox = createSandbox();
  const slow = new ReadableStream({
    async pull(controller) {
      await call(sandbox, `GET /${"x".repeat(9 * MIB)}`);
      controller.enqueue(new TextEncoder().encode("{}"));
      controller.close();
    },
  });
  const init = { method: "POST", body: slow, duplex: "half" } as RequestInit;
  await sandbox.fetch("https://link.serviceform.com/chats", init);
  expect(sandbox.requests.map(({ method }) => method)).toEqual(["GET"]);
});
