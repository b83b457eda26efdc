import { copyFile, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Block, readBlocks } from "./read-blocks.ts";

/** The blocks as files of a project with the packages installed. */
export interface StagedBlocks extends AsyncDisposable {
  readonly folder: string;
  readonly blocks: readonly Block[];
  /** The file of each block. */
  readonly files: readonly string[];
  /** The file that imports the others one after the other. */
  readonly runner: string;
}

const SITE = resolve(import.meta.dirname, "../..");

export async function stageBlocks(): Promise<StagedBlocks> {
  const blocks = await readBlocks(resolve(SITE, ".."));
  const folder = await realpath(await mkdtemp(join(tmpdir(), "blocks-")));
  const files = blocks.map(({ language }, index) => join(folder, `${index}.${language}`));
  const runner = join(folder, "run-blocks.ts");
  await symlink(join(SITE, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await copyFile(join(import.meta.dirname, "run-blocks.ts"), runner);
  for (const [index, { code }] of blocks.entries()) await writeFile(files[index] ?? "", code);
  return { folder, blocks, files, runner, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
