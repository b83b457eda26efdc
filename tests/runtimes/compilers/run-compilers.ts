import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installTools } from "../src/install-tools.ts";
import { mapConcurrently } from "../src/map-concurrently.ts";
import { run } from "../src/run.ts";
import { isolate } from "./isolate.ts";
import type { Row } from "./render-table.ts";
import { type Settings, settings } from "./settings.ts";

const CONSUMER = join(import.meta.dirname, "consumer");
const LIMIT_MS = 300_000;

/** Compiles the consumer, in `folder`, with every version of TypeScript and every setting of it. */
export async function runCompilers(folder: string, say: (line: string) => void): Promise<Row[]> {
  const tools = join(await installTools("typescript"), "node_modules");
  await cp(CONSUMER, folder, { recursive: true });
  await isolate(folder);
  await linkFetches(folder);
  return mapConcurrently(await listCompilers(tools), async (name) => {
    const cells: (string | undefined)[] = [];
    for (const setting of settings) cells.push(await compile({ folder, tools, name, setting }));
    const { version } = JSON.parse(await readFile(join(tools, name, "package.json"), "utf8"));
    say(`TypeScript ${version}: ${cells.filter((said) => said === "").length} of ${cells.filter(isTold).length}`);
    return { version, cells };
  });
}

/** Beside the packages, where the consumer imports them from. */
async function linkFetches(folder: string): Promise<void> {
  const tools = await installTools("fetches");
  const { dependencies } = JSON.parse(await readFile(join(tools, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies))
    await symlink(join(tools, "node_modules", name), join(folder, "node_modules", name));
}

function isTold(said: string | undefined): said is string {
  return said !== undefined;
}

async function listCompilers(tools: string): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile(join(tools, "../package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => name.startsWith("typescript-"));
}

interface Job {
  readonly folder: string;
  readonly tools: string;
  readonly name: string;
  readonly setting: Settings;
}

/** What the compiler said: nothing, where all is well; undefined where it does not have the setting. */
async function compile({ folder, tools, name, setting }: Job): Promise<string | undefined> {
  const { since = 0, until = Number.POSITIVE_INFINITY, programs } = setting;
  const minor = Number(name.replace("typescript-", ""));
  if (minor < since || minor >= until) return undefined;
  const said: string[] = [];
  for (const [index, files] of programs.entries()) {
    const project = join(folder, `${name} ${setting.name} ${index}.json`);
    // Relative paths of files are below the folder of the project, whatever is compiled.
    const compilerOptions = { ...setting.compilerOptions, rootDir: folder, typeRoots: [join(tools, "@types")] };
    await writeFile(project, JSON.stringify({ compilerOptions, files }));
    said.push(await runCompiler(join(tools, name, "bin/tsc"), project, folder));
  }
  return said.join("\n").trim();
}

async function runCompiler(tsc: string, project: string, folder: string): Promise<string> {
  const { code, stdout, stderr } = await run(process.execPath, [tsc, "-p", project], folder, LIMIT_MS);
  const said = (stdout + stderr).trim();
  return code === 0 ? said : said || `It ended with ${code ?? "a signal"} and said nothing.`;
}
