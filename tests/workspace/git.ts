import { execFile } from "node:child_process";
import { promisify } from "node:util";

export async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)("git", args, { cwd, maxBuffer: 2 ** 26 })).stdout;
}

/** The files that differ from the last commit, including new ones. */
export async function changedFiles(root: string): Promise<string[]> {
  await git(root, "add", "--all");
  const names = await git(root, "diff", "--cached", "--name-only", "-z", "--no-renames");
  return names.split("\0").filter((file) => file !== "");
}
