import { expect, test } from "vitest";
import type { Document, OperationObject, PathItem } from "../openapi/document.ts";
import { pets } from "./fixtures/pets.ts";
import { readPlan } from "./plan.ts";

const text = { type: "string" };
const cursor = { style: "cursor", parameter: "cursor", items: "/data", next: "/paging/next" };
const page = {
  allOf: [
    {
      type: "object",
      required: ["data"],
      properties: { data: { type: "array", items: { $ref: "#/components/schemas/Pet" } } },
    },
    { type: "object", properties: { paging: { type: "object", required: ["next"], properties: { next: text } } } },
  ],
};

test("pagination is read through allOf, with optional properties", () => {
  expect(read(cursor)).toEqual({
    style: "cursor",
    parameter: "cursor",
    limit: undefined,
    items: { keys: ["data"], isOptional: false },
    next: { keys: ["paging", "next"], isOptional: true },
    element: { text: "Pet", names: ["Pet"] },
  });
});

test("elements without a name have an indexed type of the body", () => {
  const inline = {
    type: "object",
    properties: { data: { type: "array", items: { type: "object", properties: { id: text } } } },
  };
  expect(read({ style: "offset", parameter: "cursor", items: "/data" }, inline)).toMatchObject({
    element: { text: 'NonNullable<ListPetsResponse["data"]>[number]', names: ["ListPetsResponse"] },
    items: { isOptional: true },
  });
});

const INPUT = "must be a query parameter or a property of the body";
const ITEMS = "whose items must be a JSON pointer to an array of the response";
const NEXT = "whose next must be a JSON pointer to a string of the response";

test.for([
  [true, "that is no object; its keys are style, items, next, parameter, limit."],
  [{ ...cursor, size: 3 }, 'with "size"; its keys are style, items, next, parameter, limit.'],
  [{ ...cursor, style: "page" }, "whose style must be cursor, offset, link."],
  [{ ...cursor, style: "offset" }, "with next, which an offset does not need; remove it."],
  [{ ...cursor, parameter: "after" }, `whose parameter ${INPUT}; "after" is not.`],
  [{ ...cursor, parameter: undefined }, `whose parameter ${INPUT}; a missing one is not.`],
  [{ ...cursor, limit: "x-limit" }, `whose limit ${INPUT}; "x-limit" is not.`],
  [{ ...cursor, items: "/rows" }, `${ITEMS}; "/rows" is not.`],
  [{ ...cursor, items: "data" }, `${ITEMS}; "data" is not.`],
  [{ ...cursor, items: "/paging" }, `${ITEMS}; "/paging" is not.`],
  [{ ...cursor, next: undefined }, `${NEXT}; a missing one is not.`],
  [{ ...cursor, next: "/paging" }, `${NEXT}; "/paging" is not.`],
  [{ ...cursor, next: "/toString" }, `${NEXT}; "/toString" is not.`],
] as const)("x-pagination %j is rejected", ([pagination, problem]) => {
  expect(() => read(pagination)).toThrow(`spec/paths/pets.yaml: GET /pets has x-pagination ${problem}`);
});

test("pagination of a response without a body is rejected", () => {
  const change = (list: OperationObject) => Object.assign(list, { responses: { 204: { description: "None." } } });
  expect(() => read(cursor, page, change)).toThrow("has x-pagination and not one success with a body");
});

function read(pagination: unknown, schema: object = page, change: (list: OperationObject) => unknown = () => {}) {
  const copy: Document = structuredClone(pets);
  const list = (copy.paths["/pets"] as PathItem).get as OperationObject;
  list.parameters = ["cursor", "x-limit"].map((name) => ({
    name,
    in: name === "cursor" ? "query" : "header",
    schema: text,
  }));
  list.responses["200"] = { description: "A page.", content: { "application/json": { schema } } };
  list["x-pagination"] = JSON.parse(JSON.stringify(pagination));
  change(list);
  return readPlan(copy).operations.find(({ id }) => id === "listPets")?.pagination;
}
