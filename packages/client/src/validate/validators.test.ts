import { expect, test, vi } from "vitest";
import { createClient } from "../create-client.js";
import type { ResponseIssue } from "../options/observers.js";
import { validators } from "./validators.js";

const body = JSON.stringify([{ id: "s1", name: 7, fields: [], later: "jane@example.com" }]);
const options = { apiKey: "k", fetch: async () => new Response(body), validators };

function recorder(): { warn(message: string, fields: unknown): void; logged: unknown[] } {
  const logged: unknown[] = [];
  return { logged, warn: (_, fields) => logged.push(fields) };
}

const issue: ResponseIssue = { operation: "listSpaces", path: "/0/name", expected: "string", received: "number" };

test.for([
  ["is off by default", {}, []],
  ["warn logs each issue", { validate: "warn" }, [issue]],
] as const)("validate %s and resolves", async ([, mode, logged]) => {
  const logger = recorder();
  await expect(createClient({ ...options, logger, ...mode }).listSpaces()).resolves.toHaveLength(1);
  expect(logger.logged).toEqual(logged);
});

test("validate warn logs to the console only without a logger", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    await createClient({ ...options, validate: "warn" }).listSpaces();
    expect(warn.mock.calls).toEqual([["serviceform listSpaces: /0/name must be string, not number", issue]]);
    await createClient({ ...options, validate: "warn", logger: {} }).listSpaces();
    expect(warn).toHaveBeenCalledOnce();
  } finally {
    warn.mockRestore();
  }
});

test("issues replace the keys of a map by an asterisk", async () => {
  const logger = recorder();
  const fetch = async (): Promise<Response> => Response.json({ chatsBySource: { "jane.doe@example.com": "7" } });
  await createClient({ ...options, fetch, logger, validate: "warn" }).getChatStatistics();
  expect(logger.logged).toEqual([
    { operation: "getChatStatistics", path: "/chatsBySource/*", expected: "integer", received: "string" },
  ]);
  const error = createClient({ ...options, fetch, validate: "throw" }).getChatStatistics();
  await expect(error).rejects.toThrow("/chatsBySource/* must be integer, not string");
  await expect(error).rejects.not.toThrow("jane");
});

test("validate throw rejects an integer that JSON.parse has rounded", async () => {
  const fetch = async (): Promise<Response> => new Response('[{"cid":"1","lastMessageTime":1672531250123456789}]');
  const call = createClient({ ...options, fetch, validate: "throw" }).listChats();
  await expect(call).rejects.toThrow("/0/lastMessageTime must be a safe integer, not number");
});

test("validate throw names path and types in a ResponseError, per client and per call", async () => {
  const error = {
    name: "ResponseError",
    status: 200,
    message: expect.stringContaining("/0/name must be string, not number"),
  };
  await expect(createClient({ ...options, validate: "throw" }).listSpaces()).rejects.toMatchObject(error);
  await expect(createClient(options).listSpaces({}, { validate: "throw" })).rejects.toMatchObject(error);
  await expect(
    createClient({ ...options, validate: "throw" }).listSpaces({}, { validate: "off" }),
  ).resolves.toHaveLength(1);
});

test("a stream with validate throw yields valid elements before it rejects an invalid one", async () => {
  const text = '[{"id":"a","name":"A","fields":[]},{"id":1}]';
  const client = createClient({ ...options, fetch: async () => new Response(text), validate: "throw" });
  const ids: string[] = [];
  const loop = async (): Promise<void> => {
    for await (const space of client.stream.listSpaces()) ids.push(space.id);
  };
  await expect(loop()).rejects.toThrow("/id must be string, not number");
  expect(ids).toEqual(["a"]);
});

test("a logger that throws does not change the call", async () => {
  const logger = {
    warn(): never {
      throw new Error("full");
    },
  };
  await expect(createClient({ ...options, logger, validate: "warn" }).listSpaces()).resolves.toHaveLength(1);
});

test("validators never name a key that the contract does not name", () => {
  const { output } = validators.getChatStatistics;
  const statistics = { chatsBySource: { "jane.doe@example.com": "7", "a/b": null }, agents: [], "jane@example.com": 1 };
  const issues = output.validate(statistics);
  expect(issues.map(({ path }) => path)).toEqual(["/chatsBySource/*", "/chatsBySource/*"]);
  expect(issues.map(({ message }) => message).join()).not.toMatch(/jane|a.{1,3}b/);
  expect(output["~standard"].validate(statistics)).toMatchObject({
    issues: [{ path: ["chatsBySource", "*"] }, { path: ["chatsBySource", "*"] }],
  });
});

test("a validator is a Standard Schema", () => {
  const schema = validators.getItem.output["~standard"];
  const item = { id: "i", later: true };
  expect(schema.validate(item)).toEqual({ value: item });
  expect(schema.validate({ id: 1 })).toEqual({
    issues: [{ message: "/id must be string, not number", path: ["id"] }],
  });
  expect([schema.version, schema.vendor]).toEqual([1, "serviceform"]);
});
