import { expect, test } from "vitest";
import { type OperationObject, type Parameter, resolve } from "../openapi/document.ts";
import { bundle } from "./bundle.ts";
import { type SpecContent, specFolder } from "./fixtures/spec-folder.ts";

const pets = (folder: string) => ({
  description: "It.",
  content: { "application/json": { schema: { $ref: `./${folder}/Pet.yaml` } } },
});

test("bundle gives the schemas of two files with the same name a name each", async () => {
  const { components } = await bundleFiles({ "one/Pet.yaml": { type: "string" }, "two/Pet.yaml": { type: "integer" } });
  expect(Object.values(components?.schemas ?? {})).toEqual([{ type: "string" }, { type: "integer" }]);
});

test("bundle rejects a reference to a file that does not exist", async () => {
  await expect(bundleFiles({ "one/Pet.yaml": {} })).rejects.toThrow("two/Pet.yaml");
});

test("bundle accepts an example whose URL cannot be read", async () => {
  const examples = { far: { externalValue: "./none.json" } };
  const file = { parameters: [{ name: "q", in: "query", schema: { type: "string" }, examples }] };
  const { components } = await bundleFiles({ "one/Pet.yaml": {}, "two/Pet.yaml": {} }, file);
  expect(components).toBeDefined();
});

test("bundle names a component after the key that a reference to another file leads to", async () => {
  const schema = { $ref: "./one/Pet.yaml#/a~1b~0c%25" };
  const files = { "one/Pet.yaml": { "a/b~c%": { type: "boolean" } }, "two/Pet.yaml": {} };
  const document = await bundleFiles(files, { parameters: [{ name: "q", in: "query", schema }] });
  const { parameters = [] } = Object(document.paths["/pets"]).get as OperationObject;
  expect(document.components?.schemas?.["a/b~c%"]).toEqual({ type: "boolean" });
  expect(resolve(document, (parameters[0] as Parameter).schema ?? {})).toEqual({ type: "boolean" });
});

async function bundleFiles(files: SpecContent, operation: object = {}) {
  const responses = { 200: pets("one"), 404: pets("two") };
  const openapi = {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1.0.0" },
    paths: { "/pets": { get: { responses, ...operation } } },
  };
  await using folder = await specFolder({ ...files, "openapi.yaml": openapi });
  return await bundle(folder.path);
}
