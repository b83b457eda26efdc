import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

test.for(["packages", "bundled", "scripts", "tests"])("CONTRIBUTING lists every folder of %s/", (parent) => {
  const map = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const [, section = ""] = new RegExp(`^${parent}/ .*\n((?:  .*\n)+)`, "m").exec(map) ?? [];
  const listed = [...section.matchAll(/^ {2}([\w-]+)\//gm)].map(([, name]) => name);
  const folders = readdirSync(join(ROOT, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name);
  expect(listed.sort()).toEqual(folders.sort());
});
