import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { CliResult } from "./run-cli.js";

/** The built command. */
export const BIN: string = fileURLToPath(new URL("../bin/serviceform.js", import.meta.url));

/** What a process prints until it ends; nothing of a stdout that is closed or no pipe. */
export async function endOf(child: ChildProcess): Promise<CliResult> {
  const [stdout, stderr, [exitCode]] = await Promise.all([
    child.stdout?.destroyed === false ? text(child.stdout) : "",
    child.stderr ? text(child.stderr) : "",
    once(child, "close") as Promise<[number]>, // the event's first argument
  ]);
  return { exitCode, stdout, stderr };
}
