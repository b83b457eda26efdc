import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** In one folder, as npm lays packages out: bundlers treat links in another way. */
const FLAGS = ["--frozen-lockfile", "--ignore-scripts", "--ignore-workspace", "--config.node-linker=hoisted"];

/** Installs what the lockfile of a folder has. No package may run a script. */
export async function installLocked(folder: string): Promise<void> {
  try {
    await promisify(execFile)("pnpm", ["install", ...FLAGS], { cwd: folder });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`pnpm could not install ${folder}; is the registry reachable?\n${stdout}${stderr}`, {
      cause: error,
    });
  }
}
