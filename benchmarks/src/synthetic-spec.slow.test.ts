import { execFile } from "node:child_process";
import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { packageFolder } from "./compile.ts";
import { createDocument, split, writeSpec } from "./synthetic-spec.ts";

const root = join(packageFolder, "..");
const real = await createDocument(0);
const count = Object.keys(real.paths).length;

test("createDocument adds paths up to the requested number, and removes none", async () => {
  const large = await createDocument(count + 15);
  expect(Object.keys(large.paths)).toHaveLength(count + 15);
  expect(Object.keys(large.paths)).toEqual(expect.arrayContaining(Object.keys(real.paths)));
});

test("split puts each path and each component into its own file", async () => {
  const files = split(await createDocument(count + 2));
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      "openapi.yaml",
      "paths/things_thing0001_{thingId}.yaml",
      "components/schemas/Thing0001Input.yaml",
    ]),
  );
  expect(files.get("paths/things_thing0001.yaml")).toContain('"../components/schemas/Thing0001.yaml"');
  expect([...files.values()].join()).not.toContain('"#/');
});

test("makes a spec that the generator accepts, and of the real contract the same types", {
  timeout: 300_000,
}, async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-bench-"));
  const generate = async (paths: number): Promise<string> => {
    const folder = join(scratch.path, String(paths));
    await writeSpec(await createDocument(paths), join(folder, "spec"));
    await promisify(execFile)(process.execPath, [join(root, "scripts/generate/main.ts"), "--root", folder]);
    return readFile(join(folder, "packages/types/src/generated/methods.ts"), "utf8");
  };
  expect(await generate(0)).toBe(await readFile(join(root, "packages/types/src/generated/methods.ts"), "utf8"));
  expect(await generate(count + 2)).toContain("updateThing0001(");
});
