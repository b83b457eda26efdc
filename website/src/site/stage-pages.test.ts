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

test("the guides, the READMEs and the rules of the house are pages of the site", () => {
  const some = ["index.md", "guides/index.md", "guides/errors.md", "packages/client.md", "project/contributing.md"];
  expect(files).toEqual(expect.arrayContaining(some));
});

test.each(files)("%s links to pages of the site or to the repository", async (file) => {
  const { targets } = await readPage(join(content, file));
  const lost = targets.filter((target) => {
    const [path = ""] = target.split("#");
    return !/^(https:|#)/.test(target) && !existsSync(join(content, dirname(file), path));
  });
  expect(lost).toEqual([]);
});

test("the home page shows the first code of the README", async () => {
  expect(await readFile(join(content, "index.md"), "utf8")).toContain("createClient(");
});

test("the navigation has every guide, in the order of their table", async () => {
  const { guides } = JSON.parse(await readFile(join(content, "navigation.json"), "utf8"));
  expect(guides).toHaveLength(files.filter((file) => file.startsWith("guides/")).length);
  expect(guides.slice(0, 2)).toEqual([
    { text: "Guides", link: "/guides/" },
    { text: "Authenticate", link: "/guides/authenticate" },
  ]);
});
