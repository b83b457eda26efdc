import { execFile } from "node:child_process";
import { resolve } from "node:path";
import type { StagedBlocks } from "./stage-blocks.ts";

const TSC = resolve(import.meta.dirname, "../../node_modules/typescript/bin/tsc");
const FLAGS = ["--singleThreaded", "--strict", "--exactOptionalPropertyTypes"];
const MODULES = ["--target", "es2024", "--module", "nodenext", "--moduleDetection", "force", "--types", "node"];

/** Resolves to the messages of the compiler, with their places in the pages; empty if there are none. */
export function checkBlocks({ folder, blocks, files }: StagedBlocks): Promise<string> {
  const placeOf = (whole: string, index: string, line: string): string => {
    const block = blocks[Number(index)];
    return block === undefined ? whole : `${block.file}(${block.line + Number(line) - 1}`;
  };
  return compile(folder, files, ["--noEmit"]).then((output) => output.replaceAll(/^(\d+)\.ts\((\d+)/gm, placeOf));
}

/**
 * Compiles runner and blocks to JavaScript, for a Node.js version that does not run TypeScript. The types are not
 * checked again.
 */
export async function emitBlocks(staged: StagedBlocks): Promise<StagedBlocks> {
  const { folder, files, runner } = staged;
  const output = await compile(folder, [runner, ...files], ["--noCheck"]);
  if (output !== "") throw new Error(output);
  const toJs = (file: string): string => file.replace(/\.ts$/, ".js");
  return { ...staged, files: files.map(toJs), runner: toJs(runner) };
}

function compile(cwd: string, files: readonly string[], flags: readonly string[]): Promise<string> {
  const args = [TSC, ...FLAGS, ...MODULES, ...flags, ...files.filter((file) => file.endsWith(".ts"))];
  return new Promise((settle) => {
    execFile(process.execPath, args, { cwd }, (error, stdout, stderr) => {
      settle(stdout + stderr || (error?.message ?? ""));
    });
  });
}
