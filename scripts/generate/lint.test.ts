import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
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

test("lint gives the line of a key without a value", async () => {
  const text = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets:\n    { get: }\n";
  await using folder = await mkdtempDisposable(join(tmpdir(), "lint-"));
  await writeFile(join(folder.path, "openapi.yaml"), text);
  await expect(lint(folder.path)).rejects.toThrow(/^spec\/openapi\.yaml:5:7: Expected type `Operation`/);
});

async function lintSchema(schema: object): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "lint-"));
  const openapi = {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1.0.0" },
    paths: {},
    components: { schemas: { Owner: schema, Pet: { type: "object" } } },
  };
  await writeFile(join(folder.path, "openapi.yaml"), JSON.stringify(openapi));
  return await lint(folder.path);
}
