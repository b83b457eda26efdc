import { globSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { moveLinks } from "./move-links.ts";

/** Copies the pages of the repository to their places on the site, and adapts their links. */
export async function stagePages(root: string, content: string): Promise<void> {
  const pages = listPages(root);
  for (const [from, to] of pages) {
    const text = await readFile(join(root, from), "utf8");
    await write(join(content, to), nameBlocks(await moveLinks({ root, content, pages }, text, from, to)));
  }
  await write(join(content, "index.md"), await renderHome(root, content));
  await write(join(content, "navigation.json"), JSON.stringify(await readNavigation(root, pages)));
}

/** Shows the title of a block, such as its file name, as a tab above it. */
function nameBlocks(text: string): string {
  const titled = /^(```\w+) title=("[^"]+"|\S+)\n[\s\S]*?^```$/gm;
  return text.replace(titled, (block, fence: string, quoted: string) => {
    const title = quoted.replaceAll('"', "");
    return `::: code-group\n${fence} [${title}]${block.slice(block.indexOf("\n"))}\n:::`;
  });
}

/** The pages of the repository by their places on the site. */
function listPages(root: string): Map<string, string> {
  const guides = globSync("docs/*.md", { cwd: root }).map((file) => [file, file.replace(/^docs/, "guides")] as const);
  return new Map([
    ...guides,
    ["packages/client/README.md", "packages/client.md"],
    ["packages/sandbox/README.md", "packages/sandbox.md"],
    ["packages/types/README.md", "packages/types.md"],
    ["packages/cli/README.md", "packages/cli.md"],
    ["packages/sync/README.md", "packages/sync.md"],
    ["packages/mcp/README.md", "packages/mcp.md"],
    ["spec/README.md", "project/contract.md"],
    ["benchmarks/RESULTS.md", "project/benchmarks.md"],
    ["SECURITY.md", "project/security.md"],
    ["CONTRIBUTING.md", "project/contributing.md"],
    ["RELEASING.md", "project/releasing.md"],
    ["docs/README.md", "guides/index.md"],
  ]);
}

/** The home page, with the calls of the README and its picture of a terminal. */
async function renderHome(root: string, content: string): Promise<string> {
  await cp(join(root, "tests/cli/recording/terminal.svg"), join(content, "public/terminal.svg"));
  const page = await readFile(join(root, "website/vitepress/home.md"), "utf8");
  const readme = await readFile(join(root, "README.md"), "utf8");
  const calls = [...readme.matchAll(/^```ts\n[\s\S]*?^```$/gm)];
  const whole = calls.reduce((text, [code]) => text.replace("<!-- code of the README -->", () => code), page);
  return `---\nlayout: home\n---\n\n${whole}`;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** The guides in the groups of docs/README.md, and the other pages in their order. */
async function readNavigation(root: string, pages: ReadonlyMap<string, string>): Promise<object> {
  const list = (files: readonly string[]) => Promise.all(files.map(entry));
  const [, ...groups] = (await readFile(join(root, "docs/README.md"), "utf8")).split(/^## /m);
  const guides = groups.map(async (group) => ({
    text: group.slice(0, group.indexOf("\n")),
    items: await list([...group.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file]) => `docs/${file}`)),
  }));
  const others = (folder: string) => [...pages.keys()].filter((file) => pages.get(file)?.startsWith(folder));
  return {
    guides: [{ text: "Overview", link: "/guides/" }, ...(await Promise.all(guides))],
    packages: await list(others("packages/")),
    project: await list(others("project/")),
  };

  async function entry(file: string): Promise<{ text: string; link: string }> {
    const [, text = file] = /^# (.+)$/m.exec(await readFile(join(root, file), "utf8")) ?? [];
    return { text, link: `/${pages.get(file)?.replace(/(index)?\.md$/, "")}` };
  }
}
