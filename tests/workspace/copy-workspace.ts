import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { git } from "./git.ts";

const ROOT = resolve(import.meta.dirname, "../..");

export interface WorkspaceCopy extends AsyncDisposable {
  readonly root: string;
}

export interface CopyOptions {
  /** Whether installed packages are linked; else the copy's first command installs them. @default true */
  readonly links?: boolean;
}

/** Copies the files of the workspace that git does not ignore, with uncommitted changes. */
export async function copyWorkspace({ links = true }: CopyOptions = {}): Promise<WorkspaceCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "workspace-")));
  const files = await listFiles();
  for (const file of files) await cp(join(ROOT, file), join(root, file));
  if (links) await linkPackages(files, root);
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

async function linkPackages(files: readonly string[], root: string): Promise<void> {
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"));
  const folders = files
    .filter((file) => /^((packages|tests|examples)\/)?[^/]+\/package\.json$/.test(file))
    .map((file) => join(dirname(file), "node_modules"))
    // A workspace without dependencies has none.
    .filter((folder) => existsSync(join(ROOT, folder)));
  for (const folder of folders) await copyLinks(folder, root);
}

async function listFiles(): Promise<string[]> {
  const kept = await git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate");
  const deleted = (await git(ROOT, "ls-files", "-z", "--deleted")).split("\0");
  return kept.split("\0").filter((file) => file !== "" && !deleted.includes(file));
}

/** A workspace's own node_modules has relative links only, which work in the copy too. */
async function copyLinks(folder: string, root: string): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  const isCache = /node_modules[\\/]\.(?!bin)/;
  const options = { recursive: true, verbatimSymlinks: true, filter: (path: string) => !isCache.test(path) };
  await cp(join(ROOT, folder), join(root, folder), options);
}
