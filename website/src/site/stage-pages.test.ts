import { existsSync, globSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPage } from "../links/read-page.ts";
import { stagePages } from "./stage-pages.ts";

const content = await mkdtemp(join(tmpdir(), "content-"));
await stagePages(resolve(import.meta.dirname, "../../.."), content);
const files = globSync("**/*.md", { cwd: content });

afterAll(() => rm(content, { recursive: true }));

test("the guides, the READMEs and the project files are pages of the site", () => {
  const some = ["index.md", "guides/index.md", "guides/errors.md", "packages/client.md", "project/contributing.md"];
  expect(files).toEqual(expect.arrayContaining(some));
});

test.each(files)("%s links to pages of the site or to the repository", async (file) => {
  const { targets } = await readPage(join(content, file));
  const lost = targets.filter((target) => {
    const [path = ""] = target.split("#");
    // A link that starts with a slash is checked in the built site.
    return !/^(https:|#|\/)/.test(target) && !existsSync(join(content, dirname(file), path));
  });
  expect(lost).toEqual([]);
});

test("a link of a published README to a guide stays on the site", async () => {
  const { targets } = await readPage(join(content, "packages/cli.md"));
  expect(targets).toContain("../guides/leads-in-excel.md");
});

test("the home page shows both ways to call, and the commands to install and try", async () => {
  const home = await readFile(join(content, "index.md"), "utf8");
  const parts = ["createClient(", "createFetchClient(", "npm install", "npx @serviceform/cli", "terminal.svg"];
  for (const part of parts) expect(home).toContain(part);
  expect(home).not.toContain("<!--");
});

test("the navigation has every guide once, in the groups of their overview", async () => {
  const { guides } = JSON.parse(await readFile(join(content, "navigation.json"), "utf8"));
  const [overview, start, ...groups] = guides;
  expect(overview).toEqual({ text: "Overview", link: "/guides/" });
  expect(start.items[0]).toEqual({ text: "Getting started", link: "/guides/getting-started" });
  const links = [overview, ...start.items, ...groups.flatMap(({ items }: { items: object[] }) => items)];
  const names = files
    .filter((file) => file.startsWith("guides/"))
    .map((file) => `/${file.replace(/(index)?\.md$/, "")}`);
  expect(links.map(({ link }) => link).sort()).toEqual(names.sort());
});

test("a title of a block is the tab above it", async () => {
  const page = await readFile(join(content, "guides/getting-started.md"), "utf8");
  expect(page).toContain("::: code-group\n```ts [app.mjs]\n");
});
