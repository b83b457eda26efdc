import { expect, test } from "vitest";
import { documentWith } from "./fixtures/document.ts";
import { render } from "./generate.ts";

const text = { type: "string" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const pet = (properties: object = {}, more: object = {}) => ({
  type: "object",
  required: ["kind"],
  properties: { kind: text, ...properties },
  ...more,
});
const discriminator = (mapping?: Readonly<Record<string, string>>) => ({
  propertyName: "kind",
  ...(mapping && {
    mapping: Object.fromEntries(Object.entries(mapping).map(([key, name]) => [key, ref(name).$ref])),
  }),
});
const child = (parent: string, properties: object = {}) => ({
  allOf: [ref(parent), { type: "object", properties }],
});

test("the forms of a union have the values that select them", async () => {
  const types = await typesOf(
    {
      Cat: pet(),
      Dog: pet({}, { required: [] }),
      Union: { oneOf: [ref("Cat"), ref("Dog")], discriminator: discriminator({ cat: "Cat", kitten: "Cat" }) },
      Any: { anyOf: [ref("Cat"), ref("Dog")], discriminator: discriminator({ cat: "Cat", kitten: "Cat" }) },
    },
    ["Union", "Any"],
  );
  expect(types).toContain('Cat: { kind: "cat" | "kitten"; };');
  expect(types).toContain('Dog: { kind: "Dog"; };');
  expect(types).toContain('Any: components["schemas"]["Cat"] | components["schemas"]["Dog"];');
});

test("a schema that is also used without a discriminator has any value there", async () => {
  const types = await typesOf({
    Cat: pet({}, { required: [] }),
    Kitty: ref("Cat"),
    Union: { oneOf: [ref("Kitty")], discriminator: discriminator({ cat: "Cat" }) },
    Other: { oneOf: [ref("Cat")], discriminator: discriminator({ cat: "Kitty" }) },
  });
  expect(types).toContain("Cat: { kind?: string; };");
  expect(types).toContain('Union: components["schemas"]["Kitty"] & { kind: "cat"; };');
  expect(types).toContain('Other: components["schemas"]["Cat"] & { kind: "cat"; };');
});

test("a form of two unions has other values in each", async () => {
  const types = await typesOf({
    Cat: pet(),
    One: { oneOf: [ref("Cat")], discriminator: discriminator({ cat: "Cat" }) },
    Two: { oneOf: [ref("Cat")], discriminator: discriminator({ tom: "Cat" }) },
  });
  expect(types).toContain("Cat: { kind: string; };");
  expect(types).toContain('One: components["schemas"]["Cat"] & { kind: "cat"; };');
  expect(types).toContain('Two: components["schemas"]["Cat"] & { kind: "tom"; };');
});

test("a union as the part of a property keeps its values", async () => {
  const types = await typesOf({
    Cat: pet(),
    Union: { oneOf: [ref("Cat")], discriminator: discriminator() },
    Base: pet({}, { discriminator: discriminator() }),
    Owner: {
      type: "object",
      properties: { first: { allOf: [ref("Union")] }, next: { nullable: true, allOf: [ref("Base")] } },
    },
  });
  expect(types).toContain('first?: components["schemas"]["Union"]; next?: components["schemas"]["Base"] | null;');
});

test("the children of a schema have their names as values, in requests and after renaming, too", async () => {
  const types = await typesOf({
    pet: pet({ id: { ...text, readOnly: true } }, { discriminator: discriminator() }),
    cat: child("pet"),
    lion: child("cat"),
  });
  expect(types).toContain('Cat: components["schemas"]["Pet"] & Record<string, unknown> & { kind: "cat" | "lion"; };');
  expect(types).toContain('Lion: components["schemas"]["Cat"] & Record<string, unknown> & { kind: "lion"; };');
  expect(types).toContain(
    'LionInRequest: components["schemas"]["CatInRequest"] & Record<string, unknown> & { kind: "lion"; };',
  );
});

test.for([
  ["a number", { type: "integer" }, { 1: "Cat" }],
  ["an enum without the name of a child", { type: "string", enum: ["cat"] }, undefined],
] as const)("a discriminator with %s selects no child", async ([, kind, mapping]) => {
  const types = await typesOf({
    Base: pet({ kind }, { discriminator: discriminator(mapping) }),
    Cat: child("Base", { a: text }),
  });
  expect(types).toContain('Cat: components["schemas"]["Base"] & { a?: string; };');
});

/** The types of schemas, on one line without comments; those with these names are in requests and responses. */
async function typesOf(
  schemas: Readonly<Record<string, object>>,
  names: readonly string[] = Object.keys(schemas),
): Promise<string> {
  const operations = names.map((name) => {
    const content = { "application/json": { schema: ref(name) } };
    const operationId = `update${name[0]?.toUpperCase()}${name.slice(1)}`;
    const put = { operationId, requestBody: { content }, responses: { 200: { description: "It.", content } } };
    return [`/${name}`, { put }] as const;
  });
  const files = await render(documentWith({ paths: Object.fromEntries(operations), components: { schemas } }));
  return (files.get("paths.ts") ?? "").replaceAll(/\/\*\*[\s\S]*?\*\//g, "").replaceAll(/\s+/g, " ");
}
