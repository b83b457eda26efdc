import { expect, test } from "vitest";
import type { Document, Schema } from "../openapi/document.ts";
import { alignSchemas } from "./align-schemas.ts";

const TEXT = { type: "string" };
const NAMED: Schema = { type: "object", description: "Named.", required: ["name"], properties: { name: TEXT } };
const FLAT: Schema = { type: "object", required: ["name", "age"], properties: { name: TEXT, age: TEXT } };
const named = { $ref: "#/components/schemas/Named" };
const ageOnly: Schema = { type: "object", required: ["age"], properties: { age: TEXT } };

test("alignSchemas writes a reference as the other document does", () => {
  const [base, next] = alignSchemas(documentOf(named), documentOf({ allOf: [named], description: "New." }));
  expect(petOf(base)).toEqual({ allOf: [named] });
  expect(petOf(next)).toEqual({ allOf: [named], description: "New." });
});

test.for([
  ["a reference and an object", { allOf: [named, ageOnly] }],
  ["a reference beside its own properties", { type: "object", allOf: [named], ...ageOnly }],
  ["a composition within another", { allOf: [{ allOf: [named] }, ageOnly] }],
])("alignSchemas merges %s, which is one object in the other document", ([, composed]) => {
  const [base, next] = alignSchemas(documentOf(FLAT), documentOf(composed as Schema));
  expect(petOf(next)).toEqual(petOf(base));
  expect(alignSchemas(documentOf(composed as Schema), documentOf(FLAT)).map(petOf)).toEqual([FLAT, FLAT]);
});

test.for(["oneOf", "anyOf"])("alignSchemas writes a schema as the only alternative of %s", (keyword) => {
  const described = { description: "A pet.", ...ageOnly };
  const forms = documentOf({ description: "A pet.", [keyword]: [named, ageOnly] });
  expect(petOf(alignSchemas(documentOf(described), forms)[0])).toEqual({
    description: "A pet.",
    [keyword]: [ageOnly],
  });
  expect(petOf(alignSchemas(forms, documentOf(named))[1])).toEqual({ [keyword]: [named] });
  expect(petOf(alignSchemas(documentOf(TEXT), forms)[0])).toEqual(TEXT);
});

test("alignSchemas keeps a schema beside an alternative that accepts the same values", () => {
  const count = { type: "integer" };
  const [base] = alignSchemas(documentOf(count), documentOf({ oneOf: [count, { type: "number" }] }));
  expect(petOf(base)).toEqual(count);
});

test("alignSchemas writes oneOf as anyOf, marked unless a value matches at most one anyway", () => {
  const toAnyOf = (schema: object) => petOf(alignSchemas(documentOf(schema), documentOf({ anyOf: [TEXT] }))[0]);
  const count = { type: "integer" };
  expect(toAnyOf({ oneOf: [TEXT, count] })).toEqual({ anyOf: [TEXT, count] });
  expect(toAnyOf({ oneOf: [named, ageOnly] })).toEqual({ anyOf: [named, ageOnly], "x-exclusive": true });
  const nullable = [TEXT, count].map((form) => ({ ...form, nullable: true }));
  expect(toAnyOf({ oneOf: nullable })).toEqual({ anyOf: nullable, "x-exclusive": true });
  const discriminator = { propertyName: "kind", mapping: {} };
  expect(toAnyOf({ oneOf: [named, ageOnly], discriminator })).toEqual({ anyOf: [named, ageOnly], discriminator });
  expect(toAnyOf({ oneOf: [TEXT], anyOf: [TEXT] })).toEqual({ oneOf: [TEXT], anyOf: [TEXT] });
});

test.for([
  ["a part with other rules", { allOf: [named, { ...ageOnly, maxProperties: 2 }] }],
  ["two parts with the same property", { allOf: [named, { ...ageOnly, properties: { name: TEXT } }] }],
  ["a part that is no object", { allOf: [named, TEXT] }],
])("alignSchemas keeps %s", ([, composed]) => {
  const [, next] = alignSchemas(documentOf(FLAT), documentOf(composed as Schema));
  expect(petOf(next)).toEqual(composed);
});

function documentOf(Pet: object): Document {
  return { info: { title: "Pets", version: "1" }, paths: {}, components: { schemas: { Named: NAMED, Pet } } };
}

function petOf({ components }: Document): Schema | undefined {
  return components?.schemas?.Pet;
}
