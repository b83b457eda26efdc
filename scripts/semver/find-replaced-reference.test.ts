import { expect, test } from "vitest";
import { findReplacedReference } from "./find-replaced-reference.ts";
import { baseDocument, documentWith } from "./fixtures/base-document.ts";

const LIST = "#/paths/~1pets/get/responses/200/content/application~1json/schema/items";
const next = documentWith(({ components }) => {
  Object.assign(components?.schemas?.Pet ?? {}, { allOf: [{ $ref: "#/components/schemas/Owner" }] });
  Object.assign(Object(components?.schemas?.Pet).properties, { owner: { $ref: "#/components/schemas/Problem" } });
});

test("a place that refers to another component is named within the component that has it", () => {
  for (const inside of ["", "/properties/id", "/$ref/properties/id"])
    expect(findReplacedReference(`${LIST}/properties/owner${inside}`, baseDocument, next)).toEqual({
      subject: "Pet.owner",
      reason: "`Pet.owner` is now `Problem`, no longer `Owner`.",
    });
});

test("a place that has a schema of its own instead of a component is named", () => {
  const inline = documentWith(({ components }) => {
    Object.assign(Object(components?.schemas?.Pet).properties, { owner: { type: "object" } });
  });
  expect(findReplacedReference(`${LIST}/properties/owner/properties`, baseDocument, inline)?.reason).toBe(
    "`Pet.owner` is no longer `Owner`.",
  );
  expect(findReplacedReference(`${LIST}/properties/owner/properties`, inline, baseDocument)).toBeUndefined();
});

test.for([
  ["another place of a component", `${LIST}/properties/id`],
  ["a place that only one document has", `${LIST}/allOf/0/properties/id`],
  ["a path that both lack", "#/paths/~1nothing/get/responses/200"],
] as const)("%s refers to no other component", ([, path]) => {
  expect(findReplacedReference(path, baseDocument, next)).toBeUndefined();
});

test("the items of two lists at one index are no pair", () => {
  const schemas = (...names: string[]) =>
    documentWith(({ components }) => {
      const anyOf = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
      Object.assign(components?.schemas ?? {}, { Any: { anyOf } });
    });
  const path = "#/components/schemas/Any/anyOf/0/properties/id";
  expect(findReplacedReference(path, schemas("Pet"), schemas("Owner", "Pet"))).toBeUndefined();
});
