import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installTools } from "../src/install-tools.ts";
import { mapConcurrently } from "../src/map-concurrently.ts";
import { run } from "../src/run.ts";
import { isolate } from "./isolate.ts";
import type { Row } from "./render-table.ts";
import { type Settings, settings } from "./settings.ts";

const CONSUMER = join(import.meta.dirname, "consumer");
const COMPILE_PROJECTS = join(import.meta.dirname, "compile-projects.ts");
/** For all projects of a compiler. */
const LIMIT_MS = 600_000;

/** Compiles the consumer, in `folder`, with every version of TypeScript and every setting of it. */
export async function runCompilers(folder: string, log: (line: string) => void): Promise<Row[]> {
  const tools = join(await installTools("typescript"), "node_modules");
  await cp(CONSUMER, folder, { recursive: true });
  await isolate(folder);
  await linkFetches(folder);
  return mapConcurrently(await listCompilers(tools), async (name) => {
    const { version } = JSON.parse(await readFile(join(tools, name, "package.json"), "utf8"));
    const cells = await compileAll({ folder, tools, name });
    log(
      `TypeScript ${version}: ${cells.filter((output) => output === "").length} of ${cells.filter(isCompiled).length}`,
    );
    return { version, cells };
  });
}

/** Links them beside the packages, from where the consumer imports them. */
async function linkFetches(folder: string): Promise<void> {
  const tools = await installTools("fetches");
  const { dependencies } = JSON.parse(await readFile(join(tools, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies))
    await symlink(join(tools, "node_modules", name), join(folder, "node_modules", name));
}

function isCompiled(output: string | undefined): output is string {
  return output !== undefined;
}

async function listCompilers(tools: string): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile(join(tools, "../package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => name.startsWith("typescript-"));
}

interface Compiler {
  readonly folder: string;
  readonly tools: string;
  readonly name: string;
}

/** The output of the compiler for each setting, empty without errors; undefined if it lacks the setting. */
async function compileAll(compiler: Compiler): Promise<(string | undefined)[]> {
  const minor = Number(compiler.name.replace("typescript-", ""));
  const has = ({ since = 0, until = Number.POSITIVE_INFINITY }: Settings) => minor >= since && minor < until;
  const projects = await Promise.all(settings.map((setting) => (has(setting) ? writeProjects(compiler, setting) : [])));
  const output = await compileProjects(compiler, minor, projects.flat());
  return projects.map((own) => {
    if (own.length === 0) return undefined;
    return own
      .map((project) => output.get(project))
      .join("\n")
      .trim();
  });
}

/** One project for each program of a setting. */
function writeProjects({ folder, tools, name }: Compiler, setting: Settings): Promise<string[]> {
  const writing = setting.programs.map(async (files, index) => {
    const project = join(folder, `${name} ${setting.name} ${index}.json`);
    // Relative paths of files are always relative to the folder of the project.
    const compilerOptions = { ...setting.compilerOptions, rootDir: folder, typeRoots: [join(tools, "@types")] };
    await writeFile(project, JSON.stringify({ compilerOptions, files }));
    return project;
  });
  return Promise.all(writing);
}

/** From 7 on compilers are native: quick to start, and without an API in JavaScript. */
async function compileProjects(
  { folder, tools, name }: Compiler,
  minor: number,
  projects: readonly string[],
): Promise<Map<string, string>> {
  if (minor >= 7) {
    const tsc = join(tools, name, "bin/tsc");
    const output = new Map<string, string>();
    for (const project of projects) output.set(project, await runCompiler(tsc, project, folder));
    return output;
  }
  const args = [COMPILE_PROJECTS, join(tools, name), ...projects];
  const { code, stdout, stderr } = await run(process.execPath, args, folder, LIMIT_MS);
  if (code !== 0) throw new Error(`${name} ended with ${code ?? "a signal"}:\n${stderr}`);
  const output = JSON.parse(stdout) as string[];
  return new Map(projects.map((project, index) => [project, output[index] ?? "It printed nothing."]));
}

async function runCompiler(tsc: string, project: string, folder: string): Promise<string> {
  const { code, stdout, stderr } = await run(process.execPath, [tsc, "-p", project], folder, LIMIT_MS);
  const output = (stdout + stderr).trim();
  return code === 0 ? output : output || `It ended with ${code ?? "a signal"} and printed nothing.`;
}
