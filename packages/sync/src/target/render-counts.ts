import type { RunCounts, RunKey } from "./target.js";

/** The statement that adds the counts of a batch to its run. */
export function renderCounts({ run }: RunKey, counts: RunCounts): string {
  const columns = ["seen", "inserted", "updated", "restored", "rejected"] as const;
  return `update run set ${columns.map((name) => `${name} = ${name} + ${counts[name]}`).join(", ")} where run = ${run}`;
}
