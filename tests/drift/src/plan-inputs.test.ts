import type { Operation } from "@serviceform/types";
import type { OperationContract, ParameterContract, Schema } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import type { Contract } from "./contract.ts";
import { type Listed, planInputs, readingOrder } from "./plan-inputs.ts";

const tool: Schema = {
  type: "object",
  required: ["tid"],
  properties: { tid: { type: "string" }, name: { type: "string" } },
};
const toolId = parameter({ name: "toolId", in: "path", required: true });
const contract: Contract = {
  contracts: {
    listTools: responding({ type: "array", items: tool }),
    getUses: responding({ type: "array", items: {} }, [
      toolId,
      parameter({ name: "day", required: true, example: "2025-01-01" }),
      parameter({ name: "deep", schema: { type: "boolean" } }),
    ]),
    getSecret: responding({ type: "object" }, [toolId, parameter({ name: "word", required: true })]),
    getSite: responding({ type: "object" }),
  },
  operations: {
    getUses: operation({
      path: "/tools/{toolId}/uses",
      queryKeys: ["day", "deep"],
      required: ["toolId", "day"],
      responseBody: "array",
    }),
    getSecret: operation({ path: "/tools/{toolId}/secret", queryKeys: ["word"], required: ["toolId", "word"] }),
    getSite: operation({ path: "/sites/{siteId}", required: ["siteId"] }),
    createTool: operation({ method: "POST", path: "/tools", responseBody: "array", writes: true }),
    listTools: operation({ method: "POST", path: "/tools", responseBody: "array" }),
  },
};
const listed = new Map<string, readonly Listed[]>([
  ["listTools", [{ input: {}, elements: [{ tid: "a" }, null, { tid: {} }, {}, { tid: "b" }] }]],
]);

test("readingOrder puts lists first and leaves out operations that write", () => {
  expect(readingOrder(contract)).toEqual(["listTools", "getUses", "getSecret", "getSite"]);
});

test("planInputs takes path parameters from the list above the path, by its only required field", () => {
  expect(planInputs(contract, "getUses", listed)).toEqual({
    inputs: [
      { toolId: "a", day: "2025-01-01" },
      { toolId: "b", day: "2025-01-01" },
      { toolId: "a", day: "2025-01-01", deep: true },
      { toolId: "b", day: "2025-01-01", deep: true },
    ],
  });
});

test("planInputs gives the reason why an upload, or a stream of events, is not called", () => {
  const file: Schema = { type: "string", format: "binary" };
  const withBody = (schema: Schema) => ({ ...responding({ type: "object" }), body: { required: true, schema } });
  const uploads: Contract = {
    contracts: {
      tryFile: withBody({ type: "object", properties: { files: { type: "array", items: file } } }),
      tryBytes: withBody(file),
      listTicks: responding({ type: "array", items: {} }),
    },
    operations: {
      tryFile: operation({ path: "/file", bodyKeys: ["files"], required: ["files"], requestBody: "multipart" }),
      tryBytes: operation({ path: "/bytes", bodyKeys: ["body"], required: ["body"], wholeBody: true }),
      listTicks: operation({ path: "/ticks", responseBody: "events" }),
    },
  };
  const reasonOf = (id: string) => planInputs(uploads, id, new Map());
  expect(reasonOf("tryFile")).toEqual({ reason: "files is a file, which has no example in the contract" });
  expect(reasonOf("tryBytes")).toEqual({ reason: "body is a file, which has no example in the contract" });
  expect(reasonOf("listTicks")).toEqual({ reason: "it responds with events, which may never end" });
});

test("planInputs gives the reason why an operation cannot be called", () => {
  expect(planInputs(contract, "getSite", listed)).toEqual({
    reason: "no operation lists the values of its path parameters",
  });
  expect(planInputs(contract, "getUses", new Map())).toEqual({
    reason: "listTools returned no element that identifies toolId",
  });
  expect(planInputs(contract, "getSecret", listed)).toEqual({
    reason: "the contract has no example for word, which is required",
  });
});

function responding(schema: Schema, parameters: ParameterContract[] = []): OperationContract {
  return { parameters, responses: { 200: { pointer: "#", schema } }, success: 200 };
}

function parameter(given: Partial<ParameterContract> & { name: string }): ParameterContract {
  return { in: "query", required: false, schema: { type: "string" }, ...given };
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
    responseBody: "object",
    ...given,
  };
}
