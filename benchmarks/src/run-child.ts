import { compiledChild } from "./compile.ts";
import { runNode } from "./run-node.ts";

/** Runs a measured process and returns the sample that it prints. */
export async function runChild<Sample>(name: string, ...args: readonly string[]): Promise<Sample> {
  return JSON.parse(await runNode([compiledChild(name), ...args])) as Sample;
}
