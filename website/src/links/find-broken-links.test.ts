import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findBrokenLinks } from "./find-broken-links.ts";

const WHOLE = {
  "index.html":
    '<link href="/docs/style.css"><a href="/docs/guides/">Guides</a><a href="https://example.com/x">Other</a>',
  "guides/index.html": '<h2 id="retry-after"></h2><a href="./keys.html#a%20b">Keys</a><a href="#retry-after">Here</a>',
  "guides/keys.html": '<h2 id="a b"></h2><img src="../style.css"><a class="x" href="/docs/">Home</a>',
  "style.css": "",
};

test("findBrokenLinks accepts a complete site", async () => {
  expect(await findBrokenLinks(await build(WHOLE), "/docs/")).toEqual([]);
});

test("findBrokenLinks reports missing pages, files and anchors, and links outside of the base path", async () => {
  const folder = await build({
    ...WHOLE,
    "guides/broken.html":
      '<a href="gone.html"></a><img src="/docs/gone.svg"><a href="keys.html#gone"></a><a href="/guides/"></a><a href="#here"></a>',
  });
  expect(await findBrokenLinks(folder, "/docs/")).toEqual([
    "guides/broken.html: #here has no such anchor",
    "guides/broken.html: /docs/gone.svg is not there",
    "guides/broken.html: /guides/ is not there",
    "guides/broken.html: gone.html is not there",
    "guides/broken.html: keys.html#gone has no such anchor",
  ]);
});

test("findBrokenLinks rejects a folder without pages", async () => {
  expect(await findBrokenLinks(await build({ "style.css": "" }), "/")).toHaveLength(1);
});

async function build(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}
