import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installTools } from "./install-tools.ts";

/** Installs a package in the version of its lockfile below `tools/` and loads it. */
export async function loadTool<Module>(folder: string, name: string): Promise<{ module: Module; version: string }> {
  const tools = await installTools(folder);
  const module = createRequire(join(tools, "package.json"))(name) as Module;
  const manifest = join(tools, "node_modules", name, "package.json");
  return { module, version: (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version };
}
