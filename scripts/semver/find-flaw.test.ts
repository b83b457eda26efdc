import { expect, test } from "vitest";
import type { Document, OperationObject } from "../openapi/document.ts";
import { findFlaw } from "./find-flaw.ts";
import { baseDocument, documentWith } from "./fixtures/base-document.ts";

test("findFlaw accepts a comparable document with any values", () => {
  const document = structuredClone(baseDocument) as Document;
  Object.assign(document.components?.schemas ?? {}, {
    Unusual: {
      type: "object",
      example: { $ref: "#/nowhere" },
      "x-of": { $ref: "#/nowhere" },
      properties: { default: { type: "string" } },
    },
  });
  expect([findFlaw(baseDocument), findFlaw(document)]).toEqual([undefined, undefined]);
});

test.for([
  ["a path that is null", (spec) => set(spec.paths, { "/": null }), "has the path /, which is not an object"],
  ["no responses", (spec) => set(post(spec), { responses: undefined }), "has no responses for POST /pets"],
  ["an operation that is null", (spec) => set(spec.paths["/pets"], { get: null }), "has no responses for GET /pets"],
  ["a body without content", (spec) => set(post(spec), { requestBody: {} }), "has no content for the request body of"],
  ["a body that is null", (spec) => set(post(spec), { requestBody: null }), "has no content for the request body of"],
  ["a lost schema", (spec) => delete spec.components?.schemas?.Owner, "refers to #/components/schemas/Owner, which"],
  [
    "a lost schema in a property called default",
    (spec) => addDefault(spec),
    "refers to #/components/schemas/A~1B, which",
  ],
  [
    "a reference that is no URI",
    (spec) => addDefault(spec, "#/components/schemas/100%"),
    "refers to #/components/schemas/100%, which",
  ],
  ["another file", (spec) => set(spec.paths["/pets"], { $ref: "./pets.yaml" }), "refers to ./pets.yaml, which"],
] satisfies [string, (spec: Document) => unknown, string][])("%s is a flaw", ([, change, flaw]) => {
  expect(findFlaw(documentWith(change))).toContain(flaw);
});

function post(spec: Document): OperationObject {
  return spec.paths["/pets"]?.post as OperationObject;
}

function addDefault(spec: Document, $ref = "#/components/schemas/A~1B"): void {
  set(spec.components?.schemas?.Pet?.properties, { default: { $ref } });
}

function set(target: object | undefined, values: object): void {
  Object.assign(target ?? {}, values);
}
