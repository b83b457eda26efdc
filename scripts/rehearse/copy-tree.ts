import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { run } from "./run.ts";

/**
 * Copies the files of a workspace that git does not ignore, with uncommitted changes, into a new repository. Installed packages
 * are linked: links between workspaces are relative, so that they lead to the workspaces of the copy.
 */
export async function copyTree(from: string, to: string): Promise<void> {
  const files = await list(from, "--cached", "--others", "--exclude-standard", "--deduplicate");
  const deleted = new Set(await list(from, "--deleted"));
  const kept = files.filter((file) => !deleted.has(file));
  for (const file of kept) await cp(join(from, file), join(to, file));
  await symlink(join(from, "node_modules"), join(to, "node_modules"));
  for (const file of kept.filter((name) => name.endsWith("/package.json"))) {
    await copyLinks(from, to, join(dirname(file), "node_modules"));
  }
  const git = { cwd: to, env: process.env };
  await run("git", ["init", "--quiet", "--initial-branch", "main"], git);
  await run("git", ["add", "--all"], git);
  const author = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@localhost"];
  await run("git", [...author, "commit", "--quiet", "--no-verify", "--message", "The tree to be released"], git);
}

async function list(root: string, ...flags: string[]): Promise<string[]> {
  const output = await run("git", ["ls-files", "-z", ...flags], { cwd: root, env: process.env });
  return output.split("\0").filter((file) => file !== "");
}

async function copyLinks(from: string, to: string, folder: string): Promise<void> {
  const isCache = /node_modules[\\/]\.(?!bin)/;
  const options = { recursive: true, verbatimSymlinks: true, filter: (path: string) => !isCache.test(path) };
  await mkdir(dirname(join(to, folder)), { recursive: true });
  await cp(join(from, folder), join(to, folder), options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}
