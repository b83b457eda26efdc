import { expect, test } from "vitest";
import { REQUEST_LOG_CHARACTERS, REQUEST_LOG_LENGTH } from "./request-log.js";
import { call } from "./testing/call.js";
import { createSandbox } from "./testing/sandbox.js";

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

test("bytes that are not text are refused", async () => {
  const sandbox = createSandbox();
  const headers = { "content-type": "application/json", "sf-api-key": "sf_sandbox_key" };
  const body = new Uint8Array([0x7b, 0xff, 0x7d]);
  const response = await sandbox.fetch("https://link.serviceform.com/chats", { method: "POST", headers, body });
  expect([response.status, await response.json()]).toEqual([400, { message: "The body is not UTF-8." }]);
});

test("only the last 1 000 requests are remembered", async () => {
  const sandbox = createSandbox();
  for (let number = 0; number < REQUEST_LOG_LENGTH + 5; number += 1) await call(sandbox, `GET /${number}`);
  expect(sandbox.requests).toHaveLength(1_000);
  expect(sandbox.requests[0]?.url).toBe("https://link.serviceform.com/5");
});

test("large bodies push the oldest requests out", async () => {
  const sandbox = createSandbox();
  const body = JSON.stringify({ primary_field: "x".repeat(1_000_000) });
  for (let number = 0; number < 12; number += 1) await call(sandbox, `POST /flex/spaces/${number}/items`, { body });
  expect(sandbox.requests).toHaveLength(Math.floor(REQUEST_LOG_CHARACTERS / body.length));
  expect(sandbox.requests.at(-1)?.url).toMatch(/11\/items$/);
  for (let number = 0; number < 3; number += 1) await call(sandbox, "GET /flex/spaces");
  expect(sandbox.requests).toHaveLength(11);
});
