import { fork } from "node:child_process";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Block } from "./read-blocks.ts";
import type { Report } from "./run-blocks.ts";
import type { StagedBlocks } from "./stage-blocks.ts";

/** The results of all blocks, and the output of the Node.js test runner for the tests in them. */
export interface Run {
  readonly reports: ReadonlyMap<number, Report>;
  readonly code: number | null;
  readonly output: string;
}

/** Runs the blocks in one Node.js process, in a separate folder for the files that they write. */
export async function startBlocks(staged: StagedBlocks, execPath: string, timeout: number): Promise<Run> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "run-"));
  const options = { cwd: folder.path, timeout, silent: true, execPath, execArgv: [] };
  const child = fork(staged.runner, staged.files, options);
  const reports = new Map<number, Report>();
  child.on("message", (report: Report) => reports.set(report.index, report));
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  return await new Promise((settle) => child.once("close", (code) => settle({ reports, code, output })));
}

/** The difference between a block's result and its page; undefined if there is none. */
export function findDifference({ prints }: Block, report: Report | undefined): string | undefined {
  if (report === undefined) return "the process ended before its turn";
  if (report.error !== undefined) return report.error;
  // The console prints strings in single quotes, but the pages use double quotes.
  const lines = report.lines.map((text) => text.replaceAll("'", '"'));
  const missing = prints.filter((output) => !lines.includes(output));
  return missing.length === 0 ? undefined : `it does not print ${missing.join(", ")} but ${lines.join(", ")}`;
}
