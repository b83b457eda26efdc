import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { leaveOutRejected } from "./leave-out-rejected.ts";
import { readPlan } from "./plan.ts";

const done = { 204: { description: "Done." } };
const cookie = [{ name: "session", in: "cookie", schema: { type: "string" } }];
const row = { $ref: "#/components/schemas/Row" };

const document = {
  info: { title: "Rows", version: "1.0.0" },
  servers: [{ url: "https://api.test" }],
  paths: {
    "/rows": {
      get: { operationId: "listRows", responses: done },
      put: { operationId: "updateRows", parameters: cookie, responses: done },
    },
    "/shared": { parameters: cookie, get: { operationId: "getShared", responses: done } },
    "/row": {
      get: {
        operationId: "getRow",
        responses: { 200: { description: "It.", content: { "application/json": { schema: row } } } },
      },
    },
  },
  components: { schemas: { Row: { type: "object", unheardOf: 1 }, Unused: { type: "none" } } },
} as unknown as Document;

test("leaveOutRejected leaves out operations with an issue of their own, of their path or of a component", () => {
  const { document: rest, operationCount, rejected, issues } = leaveOutRejected(document);
  expect(operationCount).toBe(4);
  expect(rejected.map(({ title }) => title)).toEqual(["PUT /rows", "GET /shared", "GET /row"]);
  expect(issues).toEqual([]);
  expect(readPlan(rest).operations.map(({ id }) => id)).toEqual(["listRows"]);
});

test("leaveOutRejected keeps a document without issues", () => {
  const { document: rest } = leaveOutRejected(document);
  expect(leaveOutRejected(rest)).toEqual({ document: rest, operationCount: 1, rejected: [], issues: [] });
});

test("leaveOutRejected keeps a component of which an operation needs only a part", () => {
  const { paths, components } = structuredClone(document);
  const part = { type: "array", items: { $ref: "#/components/schemas/Whole/properties/part" } };
  Object.assign(Object(paths["/rows"]).get, {
    responses: { 200: { description: "It.", content: { "application/json": { schema: part } } } },
  });
  const Whole = {
    type: "object",
    properties: { part: { type: "string" }, other: { $ref: "#/components/schemas/Other" } },
  };
  Object.assign(components?.schemas ?? {}, { Whole, Other: { type: "string" } });
  const { document: rest } = leaveOutRejected({ ...document, paths, components: { ...components } });
  expect(readPlan(rest).operations.map(({ id }) => id)).toEqual(["listRows"]);
});
