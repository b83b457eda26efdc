import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Runs a command line tool of the generators; its output is shown only if it fails. */
export async function runGenerator(
  folder: string,
  path: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const options = { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  try {
    await promisify(execFile)(process.execPath, [join(folder, "node_modules", path), ...args], options);
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${path} failed.\n${stdout}${stderr}`, { cause: error });
  }
}
