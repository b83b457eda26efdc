import { expect, test } from "vitest";
import { call, readLines } from "./call.js";
import { serve, serveSandbox } from "./serve.js";

const env = { SERVICEFORM_API_KEY: "sf_sandbox_key", REDACT_KEY: "a key of 23 characters" };

async function singer(url: string, ...flags: string[]) {
  const { code, stdout } = await call(["singer", "--base-url", url, "--retries", "0", ...flags], { env });
  return { code, messages: readLines(stdout) };
}

test("singer prints schema, records, version and state of each table", async () => {
  await using server = await serveSandbox();
  const { code, messages } = await singer(server.url);
  expect(code).toBe(0);
  const order = messages.filter(({ type }) => type !== "RECORD").map(({ type, stream }) => [type, stream]);
  expect(order).toEqual(
    ["leads", "chats", "spaces", "items"].flatMap((stream) => [
      ["SCHEMA", stream],
      ["ACTIVATE_VERSION", stream],
      ["STATE", undefined],
    ]),
  );
  expect(messages[0]).toMatchObject({
    key_properties: ["id"],
    schema: { type: "object", properties: { id: { type: "string" } } },
  });
  expect(messages.filter(({ type, stream }) => type === "RECORD" && stream === "leads")).toHaveLength(60);
});

test("singer prints HMACs in place of personal values, by a schema that allows them", async () => {
  await using server = await serveSandbox();
  const flags = ["--redact-key-env", "REDACT_KEY", "--streams", "leads,chats", "--messages"];
  const [plain, redacted] = [await singer(server.url, ...flags.slice(2)), await singer(server.url, ...flags)];
  expect(redacted.code).toBe(0);
  const personal = plain.messages.map(({ record }) => Object(record)).flatMap(({ email, phone }) => [email, phone]);
  const text = JSON.stringify(redacted.messages);
  for (const value of personal.filter(Boolean)) expect(text).not.toContain(value);
  // A list of texts in the contract, one text as an HMAC.
  const [plainSchema, schema] = [plain, redacted].map(({ messages }) => Object(messages[0]).schema.properties);
  expect([plainSchema.tokens.type, schema.tokens.type]).toEqual(["array", "string"]);
  expect(schema.history.items.properties.message).toMatchObject({ type: "string" });
  expect(schema.pageviews).toEqual(plainSchema.pageviews);
  const tokens = redacted.messages.flatMap(({ record }) => Object(record).tokens ?? []);
  expect(tokens.length).toBeGreaterThan(0);
  for (const value of tokens) expect(value).toMatch(/^hmac:[0-9a-f]{64}$/);
});

test("singer activates no version after a list that breaks", async () => {
  await using server = await serve((_, response) => response.end('[{"id":"a"},{"id":"b"}'));
  const { code, messages } = await singer(server.url, "--streams", "leads");
  expect(code).toBe(1);
  expect(messages.map(({ type }) => type)).not.toContain("ACTIVATE_VERSION");
});
