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
  expect(named.paths["/pets/{petId}"]).toMatchObject({
    parameters: [{ $ref: "#/components/parameters/petId" }],
    get: { operationId: "getPet", parameters: [{ $ref: expect.stringMatching(/limit$/) }, expect.anything()] },
  });
  expect(named.components?.parameters?.["GET /pets/{petId}: limit in header"]).toMatchObject({ in: "header" });
});
