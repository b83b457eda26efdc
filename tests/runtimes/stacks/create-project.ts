import { cp, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { installTools } from "../src/install-tools.ts";
import { consumer } from "./installed.ts";

export interface Project extends AsyncDisposable {
  readonly folder: string;
}

/**
 * Copies a project, the tools that it runs on and the packed packages into a folder. They are copies, because Turbopack
 * follows no link out of the project and webpack compiles nothing below `node_modules`, where the tools are kept.
 */
export async function createProject(tools: string, source: string): Promise<Project> {
  const folder = await mkdtemp(join(consumer, "project-"));
  const copies = [await installTools(tools), source].map((from) => cp(from, folder, { recursive: true }));
  await Promise.all(copies);
  await cp(join(consumer, "node_modules"), join(folder, "node_modules"), { recursive: true });
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
