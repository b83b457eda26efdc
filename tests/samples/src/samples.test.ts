import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { contractCases } from "./contract-cases.js";
import { exampleOf, exampleOfSchema } from "./example-of.js";
import { findInput, inOrder } from "./find-input.js";
import { samples } from "./samples.js";

const ids = Object.keys(operationTable) as OperationId[];
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(openapi, "openapi.json");

test("there is a sample of every operation, with the keys that the operation table has", () => {
  expect(Object.keys(samples)).toEqual(ids);
  for (const id of ids) {
    const operation: Operation = operationTable[id];
    const { pathKeys, queryKeys, headerKeys = [], bodyKeys, required, idempotent, writes } = operation;
    expect(samples[id]).toMatchObject({ id, idempotent, writes });
    expect(Object.keys(samples[id].input).sort()).toEqual(
      [...pathKeys, ...queryKeys, ...headerKeys, ...bodyKeys].sort(),
    );
    expect(Object.keys(samples[id].least).sort()).toEqual([...required].sort());
  }
});

test.each(ids)("the body and the output of %s match the contract", (id) => {
  const { method, path, responseBody } = operationTable[id];
  const { body, bodyType = "", output, success, response } = samples[id];
  const place = `openapi.json#/paths/${path.replaceAll("/", "~1")}/${method.toLowerCase()}`.replaceAll(
    /[{}]/g,
    encodeURI,
  );
  if (body !== undefined)
    expect(violations(`${place}/requestBody/content/${escapePointer(bodyType)}/schema`, body)).toBe(null);
  if (response === undefined) return;
  const schema = `${place}/responses/${success}/content/${escapePointer(response.mediaType)}/schema`;
  // The schema of events is that of their data.
  expect(violations(schema, responseBody === "events" ? Object(output)[0].data : output)).toBe(null);
});

function escapePointer(part: string): string {
  return encodeURI(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** With a text in the place of each file, as the schema has it. */
function withoutFiles(value: unknown): unknown {
  if (value instanceof Blob || value instanceof Uint8Array) return "file";
  if (Array.isArray(value)) return value.map(withoutFiles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutFiles(inner)]));
}

test("a sample has its request", () => {
  expect(samples.updateItem).toMatchObject({
    line: "PUT /flex/spaces/space-customers/items/item-1042",
    query: "",
    body: { primary_field: "Harbour Dental Clinic" },
    statuses: [200, 400, 403, 404, 422],
  });
  expect(samples.getChatStatistics).toMatchObject({
    line: "GET /statistics/chat",
    query: expect.stringMatching(/^startTime=2024-08-01T00%3A00%3A00.000Z&.+&metrics=\w+&metrics=\w+$/),
    body: undefined,
  });
});

test("a value without an example is created from its schema", () => {
  const tree = {
    required: ["name"],
    properties: { name: { minLength: 6 }, size: { type: "integer", minimum: 3 }, tags: { type: "array", minItems: 1 } },
  };
  expect(exampleOfSchema(tree)).toEqual({ name: "textxx", size: 3, tags: ["text"] });
  expect(exampleOfSchema({ allOf: [tree, { properties: { on: { type: "boolean" } } }] })).toMatchObject({
    size: 3,
    on: true,
  });
  expect(exampleOfSchema({ oneOf: [{ enum: ["b", "a"] }, {}] })).toBe("b");
  expect(exampleOfSchema({ type: "string", format: "date" })).toBe("2024-08-30");
  expect(exampleOf({ examples: { one: { value: 5 } }, schema: { type: "number" } })).toBe(5);
});

test("path values come from the elements of earlier lists, or from the example", async () => {
  const calls: unknown[] = [];
  const callList = async (...call: unknown[]) => {
    calls.push(call);
    return [{ id: `first of ${call[0]}` }];
  };
  expect(await findInput("updateItem", callList)).toEqual({
    spaceId: "first of listSpaces",
    itemId: "first of listItems",
    primary_field: "Harbour Dental Clinic",
  });
  expect(calls).toEqual([
    ["listSpaces", {}],
    ["listItems", { spaceId: "first of listSpaces" }],
  ]);
  expect(samples.listChats.key).toBe("cid");
  expect(await findInput("getItem", async () => [])).toEqual({ spaceId: "space-customers", itemId: "item-1042" });
});

test("contractCases has a case for each documented error", () => {
  const input = { spaceId: "s", itemId: "i", primary_field: "p" };
  const cases = contractCases("updateItem", input).map(({ status, cause, names, query, body, isUnauthorized }) => {
    const sent = [
      ...Object.values(names),
      JSON.stringify(query),
      JSON.stringify(body),
      isUnauthorized ? "unauthorized" : "",
    ];
    return [`${status} ${cause}:`, ...sent].join(" ").trim();
  });
  expect(cases).toEqual([
    '200 the example of the contract: s i {} {"primary_field":"p"}',
    '400 an undeclared query parameter: s i {"undeclared":1} {"primary_field":"p"}',
    '403 an invalid key: s i {} {"primary_field":"p"} unauthorized',
    '404 an unknown ID: s nowhere {} {"primary_field":"p"}',
    "400 a body that is no object: s i {} []",
    '422 an undeclared field: s i {} {"primary_field":"p","undeclared":1}',
  ]);
  expect(contractCases("createItem", input).map(({ status }) => status)).toEqual([200, 400, 403, 422, 422]);
  expect(contractCases("listLeads", {}).map(({ status, body }) => [status, body])).toEqual([
    [200, undefined],
    [400, undefined],
    [401, undefined],
  ]);
});

test("deletions come last", () => {
  expect(inOrder(["deleteItem", "createItem", "getItem"])).toEqual(["getItem", "createItem", "deleteItem"]);
});

function violations(pointer: string, value: unknown): string | null {
  const validate = ajv.getSchema(pointer) ?? ajv.compile({ $ref: pointer });
  return validate(withoutFiles(value)) ? null : ajv.errorsText(validate.errors);
}
