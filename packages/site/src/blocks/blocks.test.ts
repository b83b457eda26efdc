import { execFile, fork } from "node:child_process";
import { mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readBlocks } from "./read-blocks.ts";
import type { Report } from "./run-blocks.ts";

/** What all blocks did, and what the runner of Node.js said of the tests in them. */
interface Run {
  readonly reports: ReadonlyMap<number, Report>;
  readonly code: number | null;
  readonly said: string;
}

const SITE = resolve(import.meta.dirname, "../..");
const LIMIT_MS = 60_000;

const blocks = await readBlocks(resolve(SITE, "../.."));
const folder = await realpath(await mkdtemp(join(tmpdir(), "blocks-")));
const files = blocks.map(({ language }, index) => join(folder, `${index}.${language}`));
await symlink(join(SITE, "node_modules"), join(folder, "node_modules"));
await writeFile(join(folder, "package.json"), '{ "type": "module" }');
for (const [index, { code }] of blocks.entries()) await writeFile(files[index] ?? "", code);
const compiled = compile();
const ran = run();

afterAll(() => rm(folder, { recursive: true }));

test("every block compiles", { timeout: LIMIT_MS }, async () => {
  expect(await compiled).toBe("");
});

for (const [index, { file, line, prints }] of blocks.entries()) {
  test(`${file}:${line} runs and prints what it says`, { timeout: LIMIT_MS }, async () => {
    const { said, error } = (await ran).reports.get(index) ?? { said: [], error: "The process ended before its turn." };
    expect(error).toBeUndefined();
    // The console writes strings in single quotes, a page as the code around it does.
    const lines = said.map((text) => text.replaceAll("'", '"'));
    for (const output of prints) expect(lines).toContain(output);
  });
}

test("no test that a block holds fails", { timeout: LIMIT_MS }, async () => {
  const { code, said } = await ran;
  expect(said).toContain("renames a customer");
  expect(code, said).toBe(0);
});

/** Resolves to what the compiler says, with the places as the pages have them. */
function compile(): Promise<string> {
  const flags = [
    "--noEmit",
    "--singleThreaded",
    "--strict",
    "--exactOptionalPropertyTypes",
    "--target",
    "es2024",
    "--module",
    "nodenext",
  ];
  const args = [
    join(SITE, "node_modules/typescript/bin/tsc"),
    ...flags,
    "--moduleDetection",
    "force",
    "--types",
    "node",
  ];
  return new Promise((settle) => {
    const scripts = files.filter((file) => file.endsWith(".ts"));
    execFile(process.execPath, [...args, ...scripts], { cwd: folder }, (error, stdout, stderr) => {
      const said = (stdout + stderr).replaceAll(/^(\d+)\.ts\((\d+)/gm, placeOf);
      settle(said || (error?.message ?? ""));
    });
  });
}

function placeOf(_: string, index: string, line: string): string {
  const block = blocks[Number(index)];
  return block === undefined ? `${index}:${line}` : `${block.file}(${block.line + Number(line) - 1}`;
}

function run(): Promise<Run> {
  const options = { cwd: folder, timeout: LIMIT_MS, silent: true };
  const child = fork(join(import.meta.dirname, "run-blocks.ts"), files, options);
  const reports = new Map<number, Report>();
  child.on("message", (report: Report) => reports.set(report.index, report));
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  return new Promise((settle) => child.once("close", (code) => settle({ reports, code, said })));
}
