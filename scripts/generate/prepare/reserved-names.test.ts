import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isTypeName } from "./rename-schemas.ts";

const packages = join(import.meta.dirname, "../../../packages");

test.for(["types", "client"])("no schema can have the name of a type that the package %s exports", async (name) => {
  const text = await readFile(join(packages, name, "src/index.ts"), "utf8");
  const lists = [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = ""]) => list.split(","));
  const exported = lists.map((entry) => entry.replace(/\btype\b/, "").trim()).filter((entry) => /^[A-Z]/.test(entry));
  expect(exported.length).toBeGreaterThan(4);
  expect(exported.filter(isTypeName)).toEqual([]);
});

test.for(["Methods", "Options", "PagedStream", "ArrayBuffer", "NonNullable"])(
  "no schema can have the name %s, which generated files use",
  (name) => {
    expect(isTypeName(name)).toBe(false);
  },
);
