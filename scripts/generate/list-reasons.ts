import type { RejectedOperation } from "./leave-out/select-operations.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Each issue of rejected operations once, with the operations that it leaves out, unless it is about them alone. */
export function listReasons(rejected: readonly RejectedOperation[]): SpecIssue[] {
  const all = rejected.flatMap(({ title, issues }) => issues.map((issue) => ({ title, issue })));
  const reasons = Map.groupBy(all, ({ issue: { pointer, file, position, message } }) =>
    // Operations with the same parameter have the same issue, each under its own title.
    [pointer ?? `${file}:${position}`, message.replace(/^[A-Z]+ \/\S* /, "")].join(" "),
  );
  return [...reasons.values()].flatMap((reason) => {
    const titles = [...new Set(reason.map(({ title }) => title))];
    return reason.slice(0, 1).map(({ issue }) => nameOperations(issue, titles));
  });
}

/** The issue with the operations that it leaves out, unless it is about them alone. */
function nameOperations(issue: SpecIssue, titles: readonly string[]): SpecIssue {
  const { message } = issue;
  const isAbout = (subject: string): boolean => message.startsWith(`${subject} `);
  const isClear = titles.every((title) => isAbout(title) || isAbout(title.slice(title.indexOf("/"))));
  const sentence = message.replace(/[^.]$/, "$&.");
  return isClear ? issue : { ...issue, message: `${sentence} It leaves out ${titles.join(", ")}.` };
}
