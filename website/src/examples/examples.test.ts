import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const pages = globSync("docs/*.md", { cwd: ROOT }).map((file) => readFileSync(join(ROOT, file), "utf8"));
const quotes = pages.flatMap((page) => [
  ...page.matchAll(/^From \[(?<file>\S+)\]\(.*\):\n\n```tsx\n(?<code>[\s\S]*?)^```$/gm),
]);

test.for(quotes.map(({ groups = {} }) => [groups.file ?? "", groups.code ?? ""] as const))(
  "a guide shows the code of %s",
  ([file, code]) => {
    const region = readRegion(readFileSync(join(ROOT, file), "utf8"));
    // The TypeScript of a new Next.js app rejects the ending `.ts`, which Node.js requires.
    expect(code).toBe(file.includes("/app/") ? region.replaceAll(/\.ts";$/gm, '";') : region);
  },
);

test("the guides show every example", () => {
  const examples = globSync("examples/*/package.json", { cwd: ROOT }).map((file) => file.split("/")[1]);
  expect(examples.length).toBeGreaterThan(0);
  const shown = new Set(quotes.map(({ groups }) => groups?.file?.split("/")[1]));
  expect([...shown].sort()).toEqual(examples.sort());
});

test("no example is named as a file that Next.js runs before every page", () => {
  const names = ["proxy", "middleware", "instrumentation"];
  expect(names.flatMap((name) => globSync(`examples/*/{src/,}${name}.ts`, { cwd: ROOT }))).toEqual([]);
});

/** The text of a file's one region, without its common indentation. */
function readRegion(source: string): string {
  const [, indent = "", region = ""] = /^( *)\/\/ #region.*\n([\s\S]*?)^ *\/\/ #endregion$/m.exec(source) ?? [];
  return region.replaceAll(new RegExp(`^${indent}`, "gm"), "");
}
