import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Problem, SpecError } from "./spec-error.ts";

/** Adds line numbers to an error, as far as they can be found. */
export async function locate(error: SpecError, specDir: string): Promise<SpecError> {
  return new SpecError(await Promise.all(error.problems.map((problem) => withPosition(problem, specDir))));
}

async function withPosition(problem: Problem, specDir: string): Promise<Problem> {
  if (problem.position !== undefined || problem.key === undefined) return problem;
  const text = await readFile(join(specDir, problem.file), "utf8").catch(() => "");
  const line = text.split("\n").findIndex((content) => content.startsWith(`${problem.key}:`));
  return line < 0 ? problem : { ...problem, position: `${line + 1}:1` };
}
