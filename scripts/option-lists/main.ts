import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readOptions } from "../read-options.ts";
import { fillLists } from "./fill-lists.ts";

// Usage: node scripts/option-lists/main.ts [--check]: writes the options of the sources into the pages that list them.
const values = readOptions({ check: { type: "boolean", default: false } });
const root = resolve(import.meta.dirname, "../..");
const pages = globSync(["docs/*.md", "packages/*/README.md"], { cwd: root });
const stale = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), "utf8");
  const filled = fillLists(text, (file) => readFileSync(join(root, file), "utf8"));
  return filled === text ? [] : [{ page, filled }];
});

const names = stale.map(({ page }) => page).join(", ");
if (!values.check) {
  for (const { page, filled } of stale) writeFileSync(join(root, page), filled);
  console.log(names === "" ? "Nothing changed in the lists of options." : `Changed lists of options in ${names}.`);
} else if (names !== "") {
  console.error(`Stale lists of options in ${names}. Run: npx -y pnpm@12 api`);
  process.exitCode = 1;
}
