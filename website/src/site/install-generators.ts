import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * Installs the tools that build the site: 150 MB that nothing else needs. Does nothing if the lockfile's state is
 * installed.
 */
export async function installGenerators(folder: string): Promise<void> {
  const stamp = join(folder, "node_modules/.installed");
  const expected = createHash("sha256")
    .update(await readFile(join(folder, "package-lock.json")))
    .digest("hex");
  if ((await readFile(stamp, "utf8").catch(() => "")) === expected) return;
  console.log("Installing VitePress and TypeDoc once …");
  try {
    await promisify(execFile)("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  } catch (error) {
    const { stderr } = error as { stderr: string };
    throw new Error(`npm could not install the generators of the site; is the registry reachable?\n${stderr}`, {
      cause: error,
    });
  }
  await writeFile(stamp, expected);
}
