import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { baseDocument } from "./fixtures/base-document.ts";
import { nameParameters } from "./name-parameters.ts";

test("nameParameters gives each inline parameter a name and keeps references", () => {
  const document = structuredClone(baseDocument) as Document;
  const limit = { name: "limit", in: "query", schema: { type: "integer" } };
  const get = document.paths["/pets/{petId}"]?.get as { parameters?: object[] };
  get.parameters = [limit, { ...limit, in: "header" }];
  const named = nameParameters(document);
  expect(Object.keys(named.components?.parameters ?? {})).toEqual([
    "petId",
    "GET /pets: kind",
    "GET /pets: limit",
    "GET /pets/{petId}: limit",
    "GET /pets/{petId}: limit in header",
  ]);
  const petId = { $ref: "#/components/parameters/petId" };
  expect(named.paths["/pets/{petId}"]).toMatchObject({
    get: { operationId: "getPet", parameters: [petId, { $ref: expect.stringMatching(/limit$/) }, expect.anything()] },
    delete: { parameters: [petId] },
  });
  expect(named.paths["/pets/{petId}"]).not.toHaveProperty("parameters");
  expect(named.components?.parameters?.["GET /pets/{petId}: limit in header"]).toMatchObject({ in: "header" });
});

test("nameParameters takes an operation's parameter before that of its path, and leaves out stated defaults", () => {
  const document = structuredClone(baseDocument) as Document;
  const limit = { name: "limit", in: "query", schema: { type: "integer" } };
  document.paths["/owners"] = {
    parameters: [{ ...limit, explode: false }],
    get: { parameters: [{ ...limit, style: "form", explode: true }], responses: {} },
    put: { responses: {} },
  };
  const { parameters } = nameParameters(document).components ?? {};
  expect(parameters?.["GET /owners: limit"]).toEqual(limit);
  expect(parameters?.["PUT /owners: limit"]).toEqual({ ...limit, explode: false });
});
