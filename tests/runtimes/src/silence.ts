import { KEY } from "../suite/case.ts";
import type { Report } from "./control.ts";

/** Adds a result to a report: importing the packages prints no warning. */
export function withSilence(report: Report, output: string, code: number | null): Report {
  const problems = [
    ...(output === "" ? [] : [`It printed:\n${output}`]),
    ...(code === 0 ? [] : [`It ended with ${code}.`]),
  ];
  return withResult(report, "prints nothing and exits", problems);
}

/** Adds a result to a report: the console output of every error does not contain the key. */
export function withConsole(report: Report, shown: string): Report {
  const problems = [
    ...(shown === "" ? ["The console showed nothing."] : []),
    ...(shown.includes(KEY) ? ["The console shows the key."] : []),
  ];
  return withResult(report, "shows no key on the console", problems);
}

function withResult(report: Report, title: string, problems: readonly string[]): Report {
  const error = problems.length > 0 ? { error: problems.join("\n") } : {};
  return { ...report, results: [...report.results, { group: "runtime", title, ms: 0, ...error }] };
}
