import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { specFolder } from "./fixtures/spec-folder.ts";
import { findStale, writeFiles } from "./write-files.ts";

const FILES = new Map([
  ["a.ts", "a\n"],
  ["b.ts", "b\n"],
]);

test("writeFiles creates the folder and writes missing files", async () => {
  await using scratch = await specFolder({});
  const folder = scratch.path;
  const target = join(folder, "not/there");
  expect(await findStale(target, FILES)).toEqual(["a.ts", "b.ts"]);
  await writeFiles(target, FILES, ["a.ts", "b.ts"]);
  expect(await findStale(target, FILES)).toEqual([]);
  expect(await readdir(target)).toEqual(["a.ts", "b.ts"]);
});

test("writeFiles writes changed files, removes stale ones and keeps the rest", async () => {
  await using scratch = await specFolder({ "a.ts": "a\n", "b.ts": "b\n// by hand\n", "old.ts": "" });
  const folder = scratch.path;
  await mkdir(join(folder, "older"));
  const { ino } = await stat(join(folder, "a.ts"));
  const stale = await findStale(folder, FILES);
  expect(stale).toEqual(["b.ts", "old.ts", "older"]);
  await writeFiles(folder, FILES, stale);
  expect(await readdir(folder)).toEqual(["a.ts", "b.ts"]);
  expect(await readFile(join(folder, "b.ts"), "utf8")).toBe("b\n");
  expect((await stat(join(folder, "a.ts"))).ino).toBe(ino);
});

test("writeFiles changes no file when one cannot be written", async () => {
  await using scratch = await specFolder({});
  const folder = scratch.path;
  await writeFiles(folder, FILES, ["a.ts", "b.ts"]);
  const changed = new Map([
    ["a.ts", "A\n"],
    ["no/such/folder.ts", ""],
  ]);
  await expect(writeFiles(folder, changed, [...changed.keys()])).rejects.toThrow("ENOENT");
  expect(await readdir(folder)).toEqual(["a.ts", "b.ts"]);
  expect(await readFile(join(folder, "a.ts"), "utf8")).toBe("a\n");
});
