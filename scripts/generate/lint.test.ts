import { expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { specFolder } from "./fixtures/spec-folder.ts";
import { lint } from "./lint.ts";

test.for([
  { nullable: true },
  { nullable: true, allOf: [{ $ref: "#/components/schemas/Pet" }] },
  { nullable: true, enum: ["cat", null] },
])("lint accepts nullable without a type: %j", async (schema) => {
  await expect(lintSchema(schema)).resolves.toBeUndefined();
});

test.for([
  [{ nullable: "yes" }, "Expected type `boolean` but got `string`."],
  [{ required: true }, "Expected type `array` but got `boolean`."],
] as const)("lint rejects %j", async ([schema, message]) => {
  await expect(lintSchema(schema)).rejects.toThrow(message);
});

test("lint accepts any shape of an extension, also one that the linter knows", async () => {
  const info = { title: "Pets", version: "1", "x-logo": "https://pets.test/logo.png" };
  await using folder = await specFolder({ "openapi.yaml": { openapi: "3.0.3", info, paths: {} } });
  await expect(lint(folder.path)).resolves.toBeUndefined();
});

test("lint gives the line of a key without a value", async () => {
  const text = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets:\n    { get: }\n";
  await using folder = await specFolder({ "openapi.yaml": text });
  await expect(lint(folder.path)).rejects.toThrow(/^spec\/openapi\.yaml:5:7: Expected type `Operation`/);
});

test("lint gives the line of an issue below a name with a percent sign", async () => {
  const text =
    "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    Pet:\n      properties:\n        share%: { type: text }\n";
  await using folder = await specFolder({ "openapi.yaml": text });
  await expect(lint(folder.path)).rejects.toThrow(/^spec\/openapi\.yaml:8:25: `type` can be one of the following only/);
});

test("lint and bundle read the names of schemas that a discriminator maps to as references, in any file", async () => {
  const pet = { type: "object", properties: { kind: { type: "string" } } };
  const union = (cat: string, dog: string) => ({
    oneOf: [{ $ref: cat }, { $ref: dog }],
    discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog.v1" } },
  });
  const schemas = {
    Cat: pet,
    "Dog.v1": pet,
    Pet: union("#/components/schemas/Cat", "#/components/schemas/Dog.v1"),
    Other: { $ref: "other.yaml" },
  };
  const openapi = { openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: {}, components: { schemas } };
  const other = union("openapi.yaml#/components/schemas/Cat", "openapi.yaml#/components/schemas/Dog.v1");
  await using folder = await specFolder({ "openapi.yaml": openapi, "other.yaml": other });
  await expect(lint(folder.path)).resolves.toBeUndefined();
  const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog.v1" };
  const { components } = await bundle(folder.path);
  expect(components?.schemas).toMatchObject({
    Pet: { discriminator: { mapping } },
    other: { discriminator: { mapping } },
  });
});

async function lintSchema(schema: object): Promise<void> {
  const openapi = {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1.0.0" },
    paths: {},
    components: { schemas: { Owner: schema, Pet: { type: "object" } } },
  };
  await using folder = await specFolder({ "openapi.yaml": openapi });
  return await lint(folder.path);
}
