import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const PAGES = ["*.md", "{docs,spec,benchmarks}/*.md", "{packages,examples}/*/README.md"];

test("npx in the pages runs only packages of this repository and three known ones", () => {
  const names = PAGES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).flatMap((file) =>
    // `npx serviceform` outside of the project would run whatever package somebody publishes under that name.
    [...readFileSync(join(ROOT, file), "utf8").matchAll(/\bnpx(?:\.cmd)? (?:-y )?(@?[a-z][\w/@.-]*)/g)].map(
      ([, name = ""]) => name,
    ),
  );
  const ours = names.filter((name) => name.startsWith("@serviceform/"));
  expect(ours.length).toBeGreaterThan(10);
  expect([...new Set(names)].filter((name) => !ours.includes(name)).sort()).toEqual(["pnpm@12", "tsx", "wrangler"]);
});
