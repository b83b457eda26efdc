import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const ROOT = resolve(import.meta.dirname, "../../..");

export interface WorkspaceCopy extends AsyncDisposable {
  readonly root: string;
}

/** Copies the workspace as git sees it, with what is not committed yet; installed packages are reached through links. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "workspace-")));
  const files = await listFiles();
  for (const file of files) await cp(join(ROOT, file), join(root, file));
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  const folders = files.filter((file) => /^((packages|examples)\/)?[^/]+\/package\.json$/.test(file)).map(dirname);
  for (const folder of folders) await copyLinks(join(folder, "node_modules"), root);
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

async function listFiles(): Promise<string[]> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await promisify(execFile)("git", args, { cwd: ROOT });
  const files = stdout.split("\0").filter((file) => file !== "");
  const { stdout: deleted } = await promisify(execFile)("git", ["ls-files", "-z", "--deleted"], { cwd: ROOT });
  return files.filter((file) => !deleted.split("\0").includes(file));
}

/** A workspace's own node_modules holds nothing but links relative to it, so that they hold in the copy too. */
async function copyLinks(folder: string, root: string): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  const isCache = /node_modules[\\/]\.(?!bin)/;
  const options = { recursive: true, verbatimSymlinks: true, filter: (path: string) => !isCache.test(path) };
  await cp(join(ROOT, folder), join(root, folder), options);
}
