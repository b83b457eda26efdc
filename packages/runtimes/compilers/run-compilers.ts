import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installTools } from "../src/install-tools.ts";
import { run } from "../src/run.ts";
import type { Row } from "./render-table.ts";
import { type Settings, settings } from "./settings.ts";

const CONSUMER = join(import.meta.dirname, "consumer");
const LIMIT_MS = 300_000;

/** Compiles the consumer, in `folder`, with every version of TypeScript and every setting of it. */
export async function runCompilers(folder: string, say: (line: string) => void): Promise<Row[]> {
  const tools = join(await installTools("typescript"), "node_modules");
  await cp(CONSUMER, folder, { recursive: true });
  const files = await readdir(CONSUMER);
  const rows: Row[] = [];
  for (const name of await listCompilers(tools)) {
    const cells: string[] = [];
    for (const setting of settings) cells.push(await compile({ folder, files, tools, name, setting }));
    const { version } = JSON.parse(await readFile(join(tools, name, "package.json"), "utf8"));
    rows.push({ version, cells });
    say(`TypeScript ${version}: ${cells.filter((said) => said === "").length} of ${cells.length}`);
  }
  return rows;
}

async function listCompilers(tools: string): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile(join(tools, "../package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => name.startsWith("typescript-"));
}

interface Job {
  readonly folder: string;
  readonly files: readonly string[];
  readonly tools: string;
  readonly name: string;
  readonly setting: Settings;
}

/** What the compiler said: nothing, where all is well. */
async function compile({ folder, files, tools, name, setting }: Job): Promise<string> {
  const project = join(folder, `${name} ${setting.name}.json`);
  const compilerOptions = { ...setting.compilerOptions, typeRoots: [join(tools, "@types")] };
  await writeFile(project, JSON.stringify({ compilerOptions, files }));
  const tsc = join(tools, name, "bin/tsc");
  const { code, stdout, stderr } = await run(process.execPath, [tsc, "-p", project], folder, LIMIT_MS);
  const said = (stdout + stderr).trim();
  return code === 0 ? said : said || `It ended with ${code ?? "a signal"} and said nothing.`;
}
