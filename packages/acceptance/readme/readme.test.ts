import { mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../workspace/run.ts";
import { readBlocks } from "./read-blocks.ts";

const ACCEPTANCE = resolve(import.meta.dirname, "..");
const SLOW = { concurrent: true, timeout: 60_000 };

const blocks = await readBlocks(resolve(ACCEPTANCE, "../.."));
const folder = await realpath(await mkdtemp(join(tmpdir(), "readme-")));
await symlink(join(ACCEPTANCE, "node_modules"), join(folder, "node_modules"));
await writeFile(join(folder, "package.json"), '{ "type": "module" }');
for (const [index, { code }] of blocks.entries()) await writeFile(join(folder, `${index}.ts`), code);

afterAll(() => rm(folder, { recursive: true }));

test("every block compiles", SLOW, async () => {
  const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2023", "--module", "nodenext"];
  const files = blocks.map((_, index) => `${index}.ts`);
  const tsc = join(ACCEPTANCE, "node_modules/typescript/bin/tsc");
  const { code, said } = await run(folder, [tsc, ...flags, "--types", "node", ...files]);
  expect({ code, said: said.replaceAll(/^(\d+)\.ts\((\d+)/gm, placeOf) }).toEqual({ code: 0, said: "" });
});

for (const [index, { file, line, prints }] of blocks.entries()) {
  test(`${file}:${line} runs and prints what it says`, SLOW, async () => {
    const { code, said } = await run(folder, [`${index}.ts`]);
    expect(code, said).toBe(0);
    // The console writes strings in single quotes, a README as the code around it does.
    const lines = said.replaceAll("'", '"').split("\n");
    for (const output of prints) expect(lines).toContain(output);
  });
}

function placeOf(_: string, index: string, line: string): string {
  const block = blocks[Number(index)];
  return block === undefined ? `${index}:${line}` : `${block.file}(${block.line + Number(line) - 1}`;
}
