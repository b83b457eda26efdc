import { fork } from "node:child_process";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Block } from "./read-blocks.ts";
import type { Report } from "./run-blocks.ts";
import type { StagedBlocks } from "./stage-blocks.ts";

/** What all blocks did, and what the runner of Node.js said of the tests in them. */
export interface Run {
  readonly reports: ReadonlyMap<number, Report>;
  readonly code: number | null;
  readonly said: string;
}

/** Runs the blocks in one process of a Node.js, in a folder of its own for the files that they write. */
export async function startBlocks(staged: StagedBlocks, execPath: string, timeout: number): Promise<Run> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "run-"));
  const options = { cwd: folder.path, timeout, silent: true, execPath, execArgv: [] };
  const child = fork(staged.runner, staged.files, options);
  const reports = new Map<number, Report>();
  child.on("message", (report: Report) => reports.set(report.index, report));
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  return await new Promise((settle) => child.once("close", (code) => settle({ reports, code, said })));
}

/** What a block did otherwise than its page says; undefined where it did as it says. */
export function findDifference({ prints }: Block, report: Report | undefined): string | undefined {
  if (report === undefined) return "the process ended before its turn";
  if (report.error !== undefined) return report.error;
  // The console writes strings in single quotes, a page as the code around it does.
  const lines = report.said.map((text) => text.replaceAll("'", '"'));
  const missing = prints.filter((output) => !lines.includes(output));
  return missing.length === 0 ? undefined : `it does not print ${missing.join(", ")} but ${lines.join(", ")}`;
}
