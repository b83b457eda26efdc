import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkVersion } from "./check-version.ts";

test.for([
  ["openapi.json", "spec/openapi.json:1:1: The file must be called openapi.yaml; rename it."],
  ["openapi.yml", "spec/openapi.yml:1:1: The file must be called openapi.yaml; rename it."],
  ["other.yaml", "spec/openapi.yaml:1:1: The file is missing; add it."],
] as const)("a spec with %s alone is rejected", async ([name, message]) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "version-"));
  await writeFile(join(folder.path, name), '{ "openapi": "3.0.3" }');
  await expect(checkVersion(folder.path)).rejects.toThrow(message);
});

test("the document can be JSON, which YAML contains", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "version-"));
  await writeFile(join(folder.path, "openapi.yaml"), '{ "openapi": "3.0.3" }');
  await expect(checkVersion(folder.path)).resolves.toBeUndefined();
});
