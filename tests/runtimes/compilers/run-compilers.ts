import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installTools } from "../src/install-tools.ts";
import { mapConcurrently } from "../src/map-concurrently.ts";
import type { Column } from "../src/render-matrix.ts";
import { run } from "../src/run.ts";
import { isolate } from "./isolate.ts";
import { settings } from "./settings.ts";

const CONSUMER = join(import.meta.dirname, "consumer");
const COMPILE_PROJECTS = join(import.meta.dirname, "compile-projects.ts");
/** For all projects of a compiler. */
const LIMIT_MS = 600_000;

/** Compiles the consumer, in `folder`, with every version of TypeScript and every setting of it. */
export async function runCompilers(folder: string): Promise<Column[]> {
  const tools = await installTools("typescript");
  await cp(CONSUMER, folder, { recursive: true });
  await isolate(folder);
  const fetches = await installTools("fetches");
  // Beside the packages, from where the consumer imports them.
  for (const name of await listDependencies(fetches))
    await symlink(join(fetches, "node_modules", name), join(folder, "node_modules", name));
  const compilers = (await listDependencies(tools)).filter((name) => name.startsWith("typescript-"));
  return mapConcurrently(compilers, (name) => compileAll({ folder, tools: join(tools, "node_modules"), name }));
}

async function listDependencies(tools: string): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile(join(tools, "package.json"), "utf8"));
  return Object.keys(dependencies);
}

interface Compiler {
  readonly folder: string;
  readonly tools: string;
  readonly name: string;
}

async function compileAll(compiler: Compiler): Promise<Column> {
  const { tools, name } = compiler;
  const startedAt = Date.now();
  const { version } = JSON.parse(await readFile(join(tools, name, "package.json"), "utf8"));
  const projects = await writeProjects(compiler);
  const output = await compileProjects(
    compiler,
    projects.map(({ file }) => file),
  );
  const results = projects.map(({ group, title }, index) => {
    const error = output[index] ?? "It printed nothing.";
    return { group, title, ms: 0, ...(error !== "" && { error }) };
  });
  console.log(`TypeScript ${version}: ${results.filter(({ error }) => !error).length} of ${results.length}`);
  return { name, version, seconds: (Date.now() - startedAt) / 1_000, results };
}

interface Project {
  readonly group: string;
  readonly title: string;
  readonly file: string;
}

/** One project for each setting that the compiler has. */
function writeProjects({ folder, tools, name }: Compiler): Promise<Project[]> {
  const minor = minorOf(name);
  const own = settings.filter(({ since = 0, until = Number.POSITIVE_INFINITY }) => minor >= since && minor < until);
  const writing = own.map(async ({ name: group, files, compilerOptions: given }, index) => {
    const file = join(folder, `${name} ${index}.json`);
    // Relative paths of files are always relative to the folder of the project.
    const compilerOptions = { ...given, rootDir: folder, typeRoots: [join(tools, "@types")] };
    await writeFile(file, JSON.stringify({ compilerOptions, files }));
    return { group, title: files.join(", "), file };
  });
  return Promise.all(writing);
}

/** The output for each project, empty without errors. From 7 on compilers are native, and have no API in JavaScript. */
async function compileProjects({ folder, tools, name }: Compiler, projects: readonly string[]): Promise<string[]> {
  if (minorOf(name) >= 7) {
    const output: string[] = [];
    for (const project of projects) output.push(await runCompiler(join(tools, name, "bin/tsc"), project, folder));
    return output;
  }
  const args = [COMPILE_PROJECTS, join(tools, name), ...projects];
  const { code, stdout, stderr } = await run(process.execPath, args, folder, LIMIT_MS);
  if (code !== 0) throw new Error(`${name} ended with ${code ?? "a signal"}:\n${stderr}`);
  return JSON.parse(stdout);
}

/** Such as 5.9. */
function minorOf(name: string): number {
  return Number(name.replace("typescript-", ""));
}

async function runCompiler(tsc: string, project: string, folder: string): Promise<string> {
  const { code, stdout, stderr } = await run(process.execPath, [tsc, "-p", project], folder, LIMIT_MS);
  const output = (stdout + stderr).trim();
  return code === 0 ? output : output || `It ended with ${code ?? "a signal"} and printed nothing.`;
}
