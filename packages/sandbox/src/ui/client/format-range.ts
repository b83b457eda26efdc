import { formatCount } from "./format.js";

/** A page of the entries that match. */
interface Page {
  readonly rows: readonly unknown[];
  /** The number of matching entries before it. */
  readonly start: number;
  readonly matching: number;
}

/** The entries on a page and those that match, such as "51–100 of 120"; of all entries, if some do not match. */
export function formatRange({ rows, start, matching }: Page, total: number): string {
  const isPart = rows.length > 0 && rows.length < matching;
  const range = isPart ? `${formatCount(start + 1)}–${formatCount(start + rows.length)} of ` : "";
  return `${range}${formatCount(matching)}${matching === total ? "" : ` of ${formatCount(total)}`}`;
}
