import { cp, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { installLocked } from "../../../scripts/install-locked.ts";
import { TOOLS } from "../src/install-tools.ts";
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
  await cp(join(TOOLS, tools), folder, { recursive: true });
  await installLocked(folder);
  await cp(source, folder, { recursive: true });
  await cp(join(consumer, "node_modules"), join(folder, "node_modules"), { recursive: true });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
