import { cp, mkdtemp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { installTools } from "../src/install-tools.ts";
import { runToSuccess } from "../src/run.ts";
import { consumer } from "./installed.ts";

export interface Project extends AsyncDisposable {
  readonly folder: string;
}

/**
 * Makes a folder of a project, the tools that it runs on and the packed packages. It has no symbolic links to them, because
 * Turbopack follows none out of the project and webpack compiles nothing below `node_modules`, where the tools are kept.
 */
export async function createProject(tools: string, source: string): Promise<Project> {
  const folder = await mkdtemp(join(consumer, "project-"));
  const installed = await installTools(tools);
  const filter = (path: string): boolean => path !== join(installed, "node_modules");
  await cp(installed, folder, { recursive: true, filter });
  await cp(source, folder, { recursive: true });
  // Hard links, where one disk has both: nothing changes an installed file, and there are ten thousand.
  const isOneDisk = (await stat(installed)).dev === (await stat(folder)).dev;
  const modules = [installed, consumer].map((from) => join(from, "node_modules"));
  await runToSuccess("cp", [isOneDisk ? "-alf" : "-R", ...modules, folder], folder);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
