import { KEY } from "../suite/case.ts";
import type { Report } from "./control.ts";

/** Adds to a report that whoever imports a package gets no warning for it. */
export function withSilence(report: Report, said: string, code: number | null): Report {
  const problems = [
    ...(said === "" ? [] : [`It printed:\n${said}`]),
    ...(code === 0 ? [] : [`It ended with ${code}.`]),
  ];
  return withResult(report, "prints nothing and ends by itself", problems);
}

/** Adds to a report that the key is not in what a console showed of every error. */
export function withConsole(report: Report, shown: string): Report {
  const problems = [
    ...(shown === "" ? ["Nothing was shown: it was not listened to."] : []),
    ...(shown.includes(KEY) ? ["The console shows the key."] : []),
  ];
  return withResult(report, "shows no key on the console", problems);
}

function withResult(report: Report, title: string, problems: readonly string[]): Report {
  const error = problems.length > 0 ? { error: problems.join("\n") } : {};
  return { ...report, results: [...report.results, { group: "runtime", title, ms: 0, ...error }] };
}
