import type { Operation } from "@serviceform/types";
import { expect, test } from "vitest";
import type { Contract } from "./contract.ts";
import { type Listed, planInputs, readingOrder } from "./plan-inputs.ts";

const TOOL = { type: "object", required: ["tid"], properties: { tid: { type: "string" }, name: { type: "string" } } };
const contract: Contract = {
  document: {
    paths: {
      "/tools": { post: answering({ type: "array", items: TOOL }) },
      "/tools/{toolId}/uses": {
        parameters: [{ name: "day", in: "query", required: true, example: "2025-01-01", schema: { type: "string" } }],
        get: {
          ...answering({ type: "array", items: {} }),
          parameters: [{ name: "deep", schema: { type: "boolean" } }],
        },
      },
      "/tools/{toolId}/secret": { get: { parameters: [{ name: "word", schema: { type: "string" } }] } },
      "/sites/{siteId}": { get: answering({ type: "object" }) },
    },
  },
  operations: {
    getUses: operation({
      path: "/tools/{toolId}/uses",
      queryKeys: ["day", "deep"],
      required: ["toolId", "day"],
      answers: "array",
    }),
    getSecret: operation({ path: "/tools/{toolId}/secret", queryKeys: ["word"], required: ["toolId", "word"] }),
    getSite: operation({ path: "/sites/{siteId}", required: ["siteId"] }),
    createTool: operation({ method: "POST", path: "/tools", answers: "array", writes: true }),
    listTools: operation({ method: "POST", path: "/tools", answers: "array" }),
  },
};
const listed = new Map<string, readonly Listed[]>([
  ["listTools", [{ input: {}, elements: [{ tid: "a" }, null, { tid: {} }, {}, { tid: "b" }] }]],
]);

test("lists come first, and what writes never comes", () => {
  expect(readingOrder(contract)).toEqual(["listTools", "getUses", "getSecret", "getSite"]);
});

test("what a path names is taken from the list that the path goes through, by the only field that is required", () => {
  expect(planInputs(contract, "getUses", listed)).toEqual({
    inputs: [
      { toolId: "a", day: "2025-01-01" },
      { toolId: "b", day: "2025-01-01" },
      { toolId: "a", day: "2025-01-01", deep: true },
      { toolId: "b", day: "2025-01-01", deep: true },
    ],
  });
});

test("what cannot be called says why", () => {
  expect(planInputs(contract, "getSite", listed)).toEqual({ reason: "no operation lists what its path names" });
  expect(planInputs(contract, "getUses", new Map())).toEqual({
    reason: "listTools answered nothing that names toolId",
  });
  expect(planInputs(contract, "getSecret", listed)).toEqual({
    reason: "the contract has no example for word, which has to be given",
  });
});

function answering(schema: object): object {
  return { responses: { 200: { description: "", content: { "application/json": { schema } } } } };
}

function operation(given: Partial<Operation> & { path: string }): Operation {
  const pathKeys = [...given.path.matchAll(/\{(\w+)\}/g)].map(([, key = ""]) => key);
  return {
    method: "GET",
    pathKeys,
    queryKeys: [],
    bodyKeys: [],
    required: [],
    idempotent: true,
    writes: false,
    answers: "object",
    ...given,
  };
}
