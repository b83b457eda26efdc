import { needsKey, samples, writeBody } from "@serviceform/tests-samples";
import { type OperationId, operationTable } from "@serviceform/types";
import { operationContracts, type Schema } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import { handlers } from "../handlers/handlers.js";
import type { SandboxOptions } from "../options.js";
import { call, read } from "../testing/call.js";
import { createInternals } from "../testing/sandbox.js";
import { exampleResponse } from "./example-response.js";

const ids = Object.keys(operationTable) as OperationId[];

/** A sandbox in which an operation has no handler. */
function without(id: OperationId, options: SandboxOptions = {}) {
  return createInternals(options, { ...handlers, [id]: undefined }).sandbox;
}

/** A request that the contract's examples make up. */
function requestOf(id: OperationId) {
  const { line, query, headers, body, bodyType } = samples[id];
  const written = bodyType !== undefined && { body: writeBody(body, bodyType) };
  return { what: query === "" ? line : `${line}?${query}`, sent: { headers, ...written } };
}

test.each(ids)("without its handler, %s responds with the example of the contract", async (id) => {
  const { what, sent } = requestOf(id);
  const sandbox = without(id);
  const response = await call(sandbox, what, sent);
  const { success, responses } = operationContracts[id];
  const text = await response.text();
  expect(response.status).toBe(success);
  // Ajv validates one that is generated from the schema, as it does every response of a test.
  const { schema, example } = responses[success] ?? {};
  const isJson = response.headers.get("content-type") === "application/json";
  if (example !== undefined) expect(isJson ? JSON.parse(text) : text).toEqual(example);
  expect(text === "").toBe(schema === undefined);
  expect(sandbox.requests).toMatchObject([{ operation: id, status: success }]);
});

test.each(ids.filter(needsKey))(
  "without its handler, %s rejects an invalid key and an undeclared parameter as before",
  async (id) => {
    const { what, sent } = requestOf(id);
    const sandbox = without(id);
    const unauthorized = samples[id].statuses.includes(401) ? 401 : 403;
    expect((await call(sandbox, what, { ...sent, key: "other" })).status).toBe(unauthorized);
    const separator = what.includes("?") ? "&" : "?";
    expect((await call(sandbox, `${what}${separator}undeclared=1`, sent)).status).toBe(400);
  },
);

test("a response without a handler has the values of the request under the same names", async () => {
  const created = await read(without("createItem"), "POST /flex/spaces/a/items", { body: { primary_field: "Acme" } });
  expect(created).toMatchObject({ primary_field: "Acme", id: "item-1042" });
  const updated = await read(without("updateItem"), "PUT /flex/spaces/a/items/own", {
    body: { primary_field: "Acme" },
  });
  expect(updated).toMatchObject({ primary_field: "Acme", id: "own" });
  expect(updated).not.toHaveProperty("spaceId");
});

test("the last path value is the id in the response", async () => {
  expect(await read(without("getItem"), "GET /flex/spaces/a/items/own%2Fone")).toMatchObject({ id: "own/one" });
});

const path = { path: "/pets/{petId}", pathKeys: ["petId"], bodyKeys: ["name", "kind", "secret"] };

/** The response of an operation whose success has this schema. */
function respond(
  schema: Schema,
  { example, input = {}, seed = 1 }: { example?: unknown; input?: object; seed?: number },
) {
  const response = { pointer: "", schema, example };
  const { body } = exampleResponse({ id: "getPet", ...path, responses: { 200: response }, success: 200 }, input, seed);
  return body && ("value" in body ? body.value : [...body.elements]);
}

const pet: Schema = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string" }, name: { type: "string", maxLength: 5 }, age: { type: "integer", minimum: 0 } },
};

test("an invalid example is replaced by a valid value, which depends on the seed alone", () => {
  const values = [1, 1, 2].map((seed) => respond(pet, { example: { id: 5 }, seed }));
  expect(values[0]).toEqual({ ...Object(values[0]), id: expect.any(String) });
  expect(values[1]).toEqual(values[0]);
  expect(values[2]).not.toEqual(values[0]);
});

test("a list without a valid example has one element that is made of its schema", () => {
  const list: Schema = { type: "array", items: pet };
  expect(respond(list, { example: [{ id: 5 }], input: { petId: "p-1" } })).toEqual([
    expect.objectContaining({ id: expect.stringMatching(/^text-/) }),
  ]);
});

test("a value of many parts with forms is found without trying all of their combinations", () => {
  const formsOf = (key: string): Schema => ({
    oneOf: ["a", "b", "c", "d", "e", "f"].map(
      (text): Schema => ({
        type: "object",
        properties: { [key]: { enum: [text] } },
        required: [key],
      }),
    ),
  });
  const keys = Array.from({ length: 12 }, (_, index) => `key${index}`);
  const value = respond({ allOf: [...keys.map(formsOf), pet] }, { input: { petId: "p-1" } });
  expect(value).toMatchObject({ ...Object.fromEntries(keys.map((key) => [key, "a"])), id: "p-1" });
});

test("only request values that leave the response valid are used", () => {
  const example = { id: "p-0", name: "Rex" };
  const input = { petId: "p-1", name: "too long", secret: "s" };
  expect(respond(pet, { example, input })).toEqual({ id: "p-1", name: "Rex" });
  const numbered: Schema = { ...pet, properties: { ...pet.properties, id: { type: "integer" } } };
  expect(respond(numbered, { example: { id: 7 }, input })).toEqual({ id: 7 });
});

test("request values that are valid together only are used together", () => {
  const form = (kind: string, name: string): Schema => ({
    type: "object",
    required: ["kind", "name"],
    properties: { kind: { type: "string", enum: [kind] }, name: { type: "string", enum: [name] } },
  });
  const schema: Schema = { oneOf: [form("cat", "Tom"), form("dog", "Rex")] };
  expect(respond(schema, { input: { kind: "dog", name: "Rex" } })).toEqual({ kind: "dog", name: "Rex" });
});

test("the error of a missing value names the operation and requires an example", () => {
  const schema: Schema = {
    type: "object",
    required: ["id"],
    properties: { id: { type: "string", pattern: "^p-\\d+$" } },
  };
  expect(() => respond(schema, {})).toThrow(
    expect.objectContaining({
      name: "ContractError",
      operation: "getPet",
      message:
        "The sandbox's 200 response to getPet breaks the contract: No value is found that matches its schema; add an example to it.",
    }),
  );
  expect(respond(schema, { example: { id: "p-1" } })).toEqual({ id: "p-1" });
});
