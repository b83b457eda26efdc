import { expect, test } from "vitest";
import { createClient } from "./create-client.js";
import type { Mismatch } from "./events.js";
import { validators } from "./validate.js";

const answer = JSON.stringify([{ id: "s1", name: 7, fields: [], later: "jane@example.com" }]);
const given = { apiKey: "k", fetch: async () => new Response(answer), validators };

function recorder(): { warn(message: string, fields: unknown): void; told: unknown[] } {
  const told: unknown[] = [];
  return { told, warn: (_, fields) => told.push(fields) };
}

const mismatch: Mismatch = { operation: "listSpaces", path: "/0/name", expected: "string", got: "number" };

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

test("throws a ResponseError that names places and types, per client and per call", async () => {
  const error = {
    name: "ResponseError",
    status: 200,
    message: expect.stringContaining("/0/name should be string, not number"),
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
  await expect(loop()).rejects.toThrow("/id should be string, not number");
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
  expect(() => createClient({ ...without, validate: "warn" })).toThrow("validators are missing");
  expect(() => createClient({ ...given, validate: "loud" as "warn" })).toThrow("validate must be off|warn|throw");
});
