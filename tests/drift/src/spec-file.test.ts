import { existsSync } from "node:fs";
import { join } from "node:path";
import document from "@serviceform/types/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { escapeKey } from "./contract.ts";
import { placeInFile, specFile } from "./spec-file.ts";

const ROOT = join(import.meta.dirname, "../../..");

test("specFile finds the file of every path and component", () => {
  const components = Object.entries(document.components).flatMap(([kind, all]) =>
    Object.keys(all).map((name) => `#/components/${kind}/${name}`),
  );
  const pointers = [
    ...Object.keys(document.paths).map((path) => `#/paths/${escapeKey(path)}/get`),
    ...components,
    "#/info",
  ];
  expect(pointers.map(specFile).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(new Set(pointers.map(specFile)).size).toBe(pointers.length);
});

test("placeInFile omits the part that the file name contains", () => {
  expect(placeInFile("#/components/schemas/Lead/properties/page_url")).toBe("properties.page_url");
  expect(placeInFile("#/paths/~1flex~1spaces/get/responses")).toBe("get.responses");
});
