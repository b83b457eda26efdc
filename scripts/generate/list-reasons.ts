import type { RejectedOperation } from "./leave-out/select-operations.ts";
import type { SpecIssue } from "./spec-error.ts";

/** An issue, and the operations that are left out for it. */
interface Reason {
  readonly issue: SpecIssue;
  readonly titles: readonly string[];
}

/** Each issue of rejected operations once, with the operations that it leaves out, unless it is about them alone. */
export function listReasons(rejected: readonly RejectedOperation[]): SpecIssue[] {
  const reasons = new Map<string, Reason>();
  for (const { title, issues } of rejected) {
    for (const issue of issues) {
      // Operations with the same parameter have the same issue, each under its own title.
      const { pointer = `${issue.file}:${issue.position}`, message } = issue;
      const key = `${pointer} ${message.replace(/^[A-Z]+ \/\S* /, "")}`;
      const { issue: first = issue, titles = [] } = reasons.get(key) ?? {};
      reasons.set(key, { issue: first, titles: [...new Set([...titles, title])] });
    }
  }
  return [...reasons.values()].map(toIssue);
}

function toIssue({ issue, titles }: Reason): SpecIssue {
  const { message } = issue;
  const isAbout = (subject: string): boolean => message.startsWith(`${subject} `);
  const isClear = titles.every((title) => isAbout(title) || isAbout(title.slice(title.indexOf("/"))));
  const sentence = message.replace(/[^.]$/, "$&.");
  return isClear ? issue : { ...issue, message: `${sentence} It leaves out ${titles.join(", ")}.` };
}
