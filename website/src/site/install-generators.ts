import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installLocked } from "../../../scripts/install-locked.ts";

/**
 * Installs the tools that build the site: 150 MB that nothing else needs. Does nothing if the lockfile's state is
 * installed.
 */
export async function installGenerators(folder: string): Promise<void> {
  const stamp = join(folder, "node_modules/.installed");
  const expected = createHash("sha256")
    .update(await readFile(join(folder, "pnpm-lock.yaml")))
    .digest("hex");
  if ((await readFile(stamp, "utf8").catch(() => "")) === expected) return;
  console.log("Installing VitePress and TypeDoc once …");
  await installLocked(folder);
  await writeFile(stamp, expected);
}
