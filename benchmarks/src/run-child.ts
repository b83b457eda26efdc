import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { compiledChild } from "./compile.ts";

/** Runs a measured process and returns the sample that it prints. */
export async function runChild<Sample>(name: string, ...args: readonly string[]): Promise<Sample> {
  const { stdout } = await promisify(execFile)(process.execPath, [compiledChild(name), ...args]);
  return JSON.parse(stdout) as Sample;
}
