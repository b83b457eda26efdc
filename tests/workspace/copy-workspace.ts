import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type CopyOptions, copyTree } from "../../scripts/rehearse/copy-tree.ts";

const ROOT = resolve(import.meta.dirname, "../..");

export interface WorkspaceCopy extends AsyncDisposable {
  readonly root: string;
}

/** Copies the workspace. Without links, the copy's first command installs packages. */
export async function copyWorkspace(options?: CopyOptions): Promise<WorkspaceCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "workspace-")));
  await copyTree(ROOT, root, options);
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}
