import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { type OperationObject, type Parameter, resolve } from "../openapi/document.ts";
import { bundle } from "./bundle.ts";

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

async function bundleFiles(files: Readonly<Record<string, object>>, operation: object = {}) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "bundle-"));
  const responses = { 200: pets("one"), 404: pets("two") };
  const openapi = {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1.0.0" },
    paths: { "/pets": { get: { responses, ...operation } } },
  };
  for (const [name, content] of Object.entries({ ...files, "openapi.yaml": openapi })) {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), JSON.stringify(content));
  }
  return await bundle(folder.path);
}
