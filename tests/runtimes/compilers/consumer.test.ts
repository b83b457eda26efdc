import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const PACKAGES = resolve(import.meta.dirname, "../../../packages");
const TOOLS = resolve(import.meta.dirname, "../tools/typescript/package.json");

test.for(["every-entry.ts", "every-entry.js", "every-entry.cts"])(
  "%s has every entry of every published package",
  (file) => {
    const consumer = readFileSync(join(import.meta.dirname, "consumer", file), "utf8");
    for (const name of ["client", "sandbox", "types"]) {
      const { exports } = JSON.parse(readFileSync(join(PACKAGES, name, "package.json"), "utf8"));
      for (const entry of Object.keys(exports))
        expect(consumer).toMatch(new RegExp(`(from |require\\()"@serviceform/${name}${entry.slice(1)}"`));
    }
  },
);

test("a compiler has the minor version of its name", () => {
  const { dependencies } = JSON.parse(readFileSync(TOOLS, "utf8")) as { dependencies: Record<string, string> };
  const compilers = Object.entries(dependencies).filter(([name]) => name.startsWith("typescript"));
  expect(compilers.length).toBeGreaterThan(5);
  for (const [name, version] of compilers) {
    const minor = name.replace("typescript-", "").replace(".", "\\.");
    expect(version).toMatch(new RegExp(`^npm:typescript@${minor}\\.`));
  }
});
