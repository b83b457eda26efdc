import { globSync } from "node:fs";
import { join } from "node:path";
import { installTools } from "./install-tools.ts";
import { RuntimeUnavailable } from "./runtime-unavailable.ts";

/** Installs a runtime and returns the path of its program, which is at `binary` in `node_modules`. */
export async function findInstalled(name: string, binary: string): Promise<string> {
  const [program] = globSync(join(await installTools(name), "node_modules", binary));
  if (program === undefined)
    throw new RuntimeUnavailable(`npm has no ${name} for ${process.platform} ${process.arch}.`);
  return program;
}
