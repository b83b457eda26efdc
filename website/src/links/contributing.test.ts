import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");

test("CONTRIBUTING.md names every command of the workspace", () => {
  const page = readPage("CONTRIBUTING.md");
  const commands = Object.keys(JSON.parse(readPage("package.json")).scripts);
  expect(commands.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`pnpm@12 ${name} `))).toEqual([]);
});

test.for(["CONTRIBUTING.md", "RELEASING.md"])("every path that %s names exists", (name) => {
  const paths = [...readPage(name).matchAll(/`((?:\.github|docs|packages|scripts|spec|tests|website)\/[\w./-]*)`/g)];
  expect(paths.length).toBeGreaterThan(2);
  expect(paths.map(([, path = ""]) => path).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

function readPage(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}
