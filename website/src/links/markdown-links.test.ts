import { existsSync, globSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { type Page, readPage } from "./read-page.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** How a published README links the repository. */
const PUBLISHED = "https://github.com/serviceform/serviceform-api/blob/main/";

const files = globSync(["*.md", "docs/**/*.md", "{benchmarks,examples,packages,spec,tests}/{,*/}*.md"], {
  cwd: ROOT,
  exclude: (name) => name === "node_modules",
}).sort();
const pages = new Map<string, Page>();
for (const file of files) pages.set(join(ROOT, file), await readPage(join(ROOT, file)));

test("the checked files include the main pages", () => {
  const first = ["README.md", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md", "packages/client/README.md"];
  expect(files).toEqual(expect.arrayContaining(first));
});

test.each(files)("every link of %s exists", (file) => {
  const path = join(ROOT, file);
  const broken = pages.get(path)?.targets.filter((target) => !leadsSomewhere(path, target));
  expect(broken).toEqual([]);
});

test("a README that npm publishes has no links to files beside its package", () => {
  const published = files.filter((file) => /^packages\/[^/]+\/README\.md$/.test(file));
  expect(published).toHaveLength(6);
  const relative = published.flatMap((file) =>
    pages.get(join(ROOT, file))?.targets.filter((target) => target.startsWith("..")),
  );
  expect(relative).toEqual([]);
});

/** Links to other sites are only parsed, since the test has no network. */
function leadsSomewhere(from: string, target: string): boolean {
  if (target.startsWith(PUBLISHED)) return leadsSomewhere(join(ROOT, "README.md"), target.slice(PUBLISHED.length));
  if (/^[a-z]+:/.test(target)) return /^(https:|mailto:)/.test(target) && URL.canParse(target);
  const [path = "", anchor] = target.split("#");
  const to = path === "" ? from : resolve(dirname(from), decodeURIComponent(path));
  if (relative(ROOT, to).startsWith("..") || !existsSync(to)) return false;
  return anchor === undefined || (pages.get(to)?.anchors.has(anchor) ?? false);
}
