import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a script on this Node and returns what it prints to stdout. */
export async function runNode(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 2 ** 26 });
  return stdout;
}
