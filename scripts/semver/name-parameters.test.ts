import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { baseDocument } from "./golden/base-document.ts";
import { nameParameters } from "./name-parameters.ts";

test("each parameter has a name of its own, and what had one keeps it", () => {
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
