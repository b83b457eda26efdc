import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { page, renderPage } from "./features.ts";

test("the comparison page has the results of the last run", { timeout: 60_000 }, async () => {
  expect(await readFile(page, "utf8")).toBe(await renderPage());
});
