import { existsSync } from "node:fs";
import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles } from "../list-files.ts";

export interface CopyOptions {
  /** Whether installed packages are linked. @default true */
  readonly links?: boolean;
}

/** The manifests of the root's workspaces. */
const MANIFEST = /^((bundled|packages|tests|examples)\/)?[^/]+\/package\.json$/;

/** Copies the files of a workspace that git does not ignore, with uncommitted changes. */
export async function copyTree(from: string, to: string, { links = true }: CopyOptions = {}): Promise<void> {
  const files = await listFiles(from);
  for (const file of files) await cp(join(from, file), join(to, file));
  if (!links) return;
  await symlink(join(from, "node_modules"), join(to, "node_modules"));
  const folders = files.filter((file) => MANIFEST.test(file)).map((file) => join(dirname(file), "node_modules"));
  // A workspace without dependencies has none.
  for (const folder of folders.filter((name) => existsSync(join(from, name)))) await copyLinks(from, to, folder);
}

/** A workspace's own node_modules has relative links only, which lead to the workspaces of the copy. */
async function copyLinks(from: string, to: string, folder: string): Promise<void> {
  await mkdir(join(to, folder), { recursive: true });
  const isCache = /node_modules[\\/]\.(?!bin)/;
  const options = { recursive: true, verbatimSymlinks: true, filter: (path: string) => !isCache.test(path) };
  await cp(join(from, folder), join(to, folder), options);
}
