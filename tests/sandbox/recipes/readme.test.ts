import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const readme = readFileSync(join(import.meta.dirname, "../../../packages/sandbox/README.md"), "utf8");
const shown = [...readme.matchAll(/^```ts title=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name = "", code = ""]) => ({
  name,
  code,
}));
const files = globSync(["*.{test,spec}.ts", "app/mock-network.ts"], { cwd: import.meta.dirname });
/** Files that test the recipes. */
const own = new Set(["readme.test.ts", "compose.test.ts", "compose.slow.test.ts", "mock-network.spec.ts"]);

test.each(shown)("the README has the code of $name", ({ name, code }) => {
  const file = files.find((file) => basename(file) === name);
  expect(file).toBeDefined();
  expect(code).toBe(readFileSync(join(import.meta.dirname, file ?? ""), "utf8"));
});

test("the README shows every recipe", () => {
  const recipes = files.map((file) => basename(file)).filter((name) => !own.has(name));
  expect(shown.map(({ name }) => name).sort()).toEqual(recipes.sort());
});
