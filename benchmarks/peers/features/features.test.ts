import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { page, renderPage } from "./features.ts";

test("the page of the comparison has what the last run of each feature shows", { timeout: 60_000 }, async () => {
  expect(await readFile(page, "utf8")).toBe(await renderPage());
});
