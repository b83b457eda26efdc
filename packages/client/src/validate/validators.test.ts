import { expect, test, vi } from "vitest";
import { createClient } from "../create-client.js";
import type { ResponseIssue } from "../options/observers.js";
import { validators } from "./validators.js";

const answer = JSON.stringify([{ id: "s1", name: 7, fields: [], later: "jane@example.com" }]);
const given = { apiKey: "k", fetch: async () => new Response(answer), validators };

function recorder(): { warn(message: string, fields: unknown): void; told: unknown[] } {
  const told: unknown[] = [];
  return { told, warn: (_, fields) => told.push(fields) };
}

const mismatch: ResponseIssue = { operation: "listSpaces", path: "/0/name", expected: "string", received: "number" };

test("does nothing unless asked to", async () => {
  const logger = recorder();
  await expect(createClient({ ...given, logger }).listSpaces()).resolves.toHaveLength(1);
  expect(logger.told).toEqual([]);
});

test("warns of each mismatch, and answers all the same", async () => {
  const logger = recorder();
  await expect(createClient({ ...given, logger, validate: "warn" }).listSpaces()).resolves.toHaveLength(1);
  expect(logger.told).toEqual([mismatch]);
});

test("warns the console where there is no logger, and nobody where the logger takes no warnings", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    await createClient({ ...given, validate: "warn" }).listSpaces();
    expect(warn.mock.calls).toEqual([["serviceform listSpaces: /0/name must be string, not number", mismatch]]);
    await createClient({ ...given, validate: "warn", logger: {} }).listSpaces();
    expect(warn).toHaveBeenCalledOnce();
  } finally {
    warn.mockRestore();
  }
});

test("warns and throws without the keys of a map, which are data", async () => {
  const logger = recorder();
  const fetch = async (): Promise<Response> => Response.json({ chatsBySource: { "jane.doe@example.com": "7" } });
  await createClient({ ...given, fetch, logger, validate: "warn" }).getChatStatistics();
  expect(logger.told).toEqual([
    { operation: "getChatStatistics", path: "/chatsBySource/*", expected: "integer", received: "string" },
  ]);
  const error = createClient({ ...given, fetch, validate: "throw" }).getChatStatistics();
  await expect(error).rejects.toThrow("/chatsBySource/* must be integer, not string");
  await expect(error).rejects.not.toThrow("jane");
});

test("takes no integer that JSON.parse has rounded", async () => {
  const fetch = async (): Promise<Response> => new Response('[{"cid":"1","lastMessageTime":1672531250123456789}]');
  const call = createClient({ ...given, fetch, validate: "throw" }).listChats();
  await expect(call).rejects.toThrow("/0/lastMessageTime must be a safe integer, not number");
});

test("throws a ResponseError that names places and types, per client and per call", async () => {
  const error = {
    name: "ResponseError",
    status: 200,
    message: expect.stringContaining("/0/name must be string, not number"),
  };
  await expect(createClient({ ...given, validate: "throw" }).listSpaces()).rejects.toMatchObject(error);
  await expect(createClient(given).listSpaces({}, { validate: "throw" })).rejects.toMatchObject(error);
  await expect(createClient({ ...given, validate: "throw" }).listSpaces({}, { validate: "off" })).resolves.toHaveLength(
    1,
  );
});

test("judges a stream by its elements, after those that fit", async () => {
  const text = '[{"id":"a","name":"A","fields":[]},{"id":1}]';
  const client = createClient({ ...given, fetch: async () => new Response(text), validate: "throw" });
  const ids: string[] = [];
  const loop = async (): Promise<void> => {
    for await (const space of client.stream.listSpaces()) ids.push(space.id);
  };
  await expect(loop()).rejects.toThrow("/id must be string, not number");
  expect(ids).toEqual(["a"]);
});

test("a logger that throws changes nothing", async () => {
  const logger = {
    warn(): never {
      throw new Error("full");
    },
  };
  await expect(createClient({ ...given, logger, validate: "warn" }).listSpaces()).resolves.toHaveLength(1);
});

test("refuses to validate without validators, and a mode that there is not", () => {
  const { validators: _, ...without } = given;
  expect(() => createClient({ ...without, validate: "warn" })).toThrow("validators is required");
  expect(() => createClient({ ...given, validate: "loud" as "warn" })).toThrow(
    "validate must be one of off, warn, throw",
  );
});

test("tells no key that the contract does not name", () => {
  const { output } = validators.getChatStatistics;
  const statistics = { chatsBySource: { "jane.doe@example.com": "7", "a/b": null }, agents: [], "jane@example.com": 1 };
  const issues = output.validate(statistics);
  expect(issues.map(({ path }) => path)).toEqual(["/chatsBySource/*", "/chatsBySource/*"]);
  expect(issues.map(({ message }) => message).join()).not.toMatch(/jane|a.{1,3}b/);
  expect(output["~standard"].validate(statistics)).toMatchObject({
    issues: [{ path: ["chatsBySource", "*"] }, { path: ["chatsBySource", "*"] }],
  });
});

test("is a Standard Schema", () => {
  const schema = validators.getItem.output["~standard"];
  const item = { id: "i", later: true };
  expect(schema.validate(item)).toEqual({ value: item });
  expect(schema.validate({ id: 1 })).toEqual({
    issues: [{ message: "/id must be string, not number", path: ["id"] }],
  });
  expect([schema.version, schema.vendor]).toEqual([1, "serviceform"]);
});
