import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readPage } from "../links/read-page.ts";
import { moveLinks } from "./move-links.ts";

/** Copies the pages of the repository to where the site has them, with links that lead to the same on the site. */
export async function stagePages(root: string, content: string): Promise<void> {
  const pages = listPages(root);
  for (const [from, to] of pages) {
    const text = await readFile(join(root, from), "utf8");
    await write(join(content, to), await moveLinks({ root, content, pages }, text, from, to));
  }
  // As front matter JSON does as well as YAML.
  const home = await readFile(join(root, "website/vitepress/home.json"), "utf8");
  await write(join(content, "index.md"), `---\n${home}---\n\n## In your code\n\n${await firstCode(root)}\n`);
  await write(join(content, "navigation.json"), JSON.stringify(await readNavigation(root, pages)));
}

/** Pages of the repository by their places on the site. */
function listPages(root: string): Map<string, string> {
  const guides = globSync("docs/*.md", { cwd: root }).map((file) => [file, file.replace(/^docs/, "guides")] as const);
  return new Map([
    ...guides,
    ["packages/client/README.md", "packages/client.md"],
    ["packages/sandbox/README.md", "packages/sandbox.md"],
    ["packages/types/README.md", "packages/types.md"],
    ["spec/README.md", "project/contract.md"],
    ["benchmarks/RESULTS.md", "project/benchmarks.md"],
    ["SECURITY.md", "project/security.md"],
    ["CONTRIBUTING.md", "project/contributing.md"],
    ["RELEASING.md", "project/releasing.md"],
    ["docs/README.md", "guides/index.md"],
  ]);
}

async function firstCode(root: string): Promise<string> {
  const [code = ""] = (await readFile(join(root, "README.md"), "utf8")).match(/^```ts\n[\s\S]*?^```$/m) ?? [];
  return code;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** The guides in the order in which docs/README.md names them, and the other pages in theirs. */
async function readNavigation(root: string, pages: ReadonlyMap<string, string>): Promise<object> {
  const guides = (await readPage(join(root, "docs/README.md"))).targets.map((target) => `docs/${target}`);
  const others = (folder: string) => [...pages.keys()].filter((file) => pages.get(file)?.startsWith(folder));
  const list = (files: readonly string[]) => Promise.all(files.filter((file) => pages.has(file)).map(entry));
  return {
    guides: await list(["docs/README.md", ...guides]),
    packages: await list(others("packages/")),
    project: await list(others("project/")),
  };

  async function entry(file: string): Promise<{ text: string; link: string }> {
    const [, text = file] = /^# (.+)$/m.exec(await readFile(join(root, file), "utf8")) ?? [];
    return { text, link: `/${pages.get(file)?.replace(/(index)?\.md$/, "")}` };
  }
}
