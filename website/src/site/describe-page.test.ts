import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { describePage } from "./describe-page.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const pages = globSync(["docs/*.md", "{packages,spec}/*/README.md", "*.md"], { cwd: ROOT });

test.each(pages)("%s has a description that search engines show whole", (file) => {
  const description = describePage(readFileSync(join(ROOT, file), "utf8")) ?? "";
  expect(description.length).toBeGreaterThan(25);
  expect(description.length).toBeLessThanOrEqual(162);
  expect(description).not.toMatch(/[[\]*<>]/);
});

test("every page has another description", () => {
  const descriptions = pages.map((file) => describePage(readFileSync(join(ROOT, file), "utf8")));
  expect(new Set(descriptions).size).toBe(pages.length);
});

test("a description is the text of the first paragraph, without marks, pictures and addresses", () => {
  const page =
    "---\nlayout: doc\n---\n\n# Title\n\n`GET /leads`\n\n![A picture](a.svg)\n\nRead *all* [leads](b.md) of\n`c`:\n\n- d";
  expect(describePage(page)).toBe("Read all leads of c.");
});

test.for([
  [`${"word ".repeat(20)}end. ${"more ".repeat(20)}end.`, `${"word ".repeat(20)}end.`],
  ["word ".repeat(50), `${"word ".repeat(31)}word …`],
])("a long paragraph ends at a sentence or a word", ([text = "", description]) => {
  expect(describePage(text.replace(/^w/, "W"))).toBe(description?.replace(/^w/, "W"));
});

test("a page without a paragraph has no description", () => {
  expect(describePage("# Title\n\n- one\n- two\n")).toBeUndefined();
});
