import type { Settings } from "../options.js";
import { toCanonicalJson } from "../record/canonical-json.js";
import type { TableName } from "../streams.js";
import { tablesOf } from "../streams.js";
import type { ChangeRow } from "../target/target.js";
import { readPages } from "./read-pages.js";

/** The change of a record since a run: one change, however often the record changed meanwhile. */
export interface Change {
  readonly stream: TableName;
  readonly id: string;
  /** `restore`: it was deleted then, and is live again. */
  readonly op: "insert" | "update" | "delete" | "restore";
  /** The record then; absent if it did not exist, and for a deletion whose values `eraseAfterDays` has erased. */
  readonly before?: unknown;
  /** The record now; absent if it is deleted. */
  readonly after?: unknown;
}

export async function* changes(
  { target, account, streams }: Settings,
  sinceRun: number,
): AsyncGenerator<Change, void, undefined> {
  await target.open("read");
  for (const table of streams.flatMap(tablesOf)) {
    const stream = { account, table };
    for await (const row of readPages((page) => target.readChanges(stream, sinceRun, page))) {
      const change = toChange(row, table, sinceRun);
      if (change) yield change;
    }
  }
}

/**
 * Undefined if the record is the same then and now, or existed only between. Erasing takes the history too, so an
 * erased record that is older than the run counts as one that existed then.
 */
function toChange(row: ChangeRow, stream: TableName, sinceRun: number): Change | undefined {
  const { id, first_run: firstRun } = row;
  const [before, after] = [row.before, row.after].map((doc): unknown => (doc === null ? undefined : JSON.parse(doc)));
  if (before !== undefined && after !== undefined) {
    return toCanonicalJson(before) === toCanonicalJson(after) ? undefined : { stream, id, op: "update", before, after };
  }
  if (before !== undefined) return { stream, id, op: "delete", before };
  if (after !== undefined) return { stream, id, op: firstRun > sinceRun ? "insert" : "restore", after };
  return row.erased && firstRun <= sinceRun ? { stream, id, op: "delete" } : undefined;
}
