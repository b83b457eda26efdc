import { formatCount } from "./format.js";

/** A page of the entries that match, from the one at index `start` on. */
export interface Range {
  readonly start: number;
  readonly shown: number;
  readonly matching: number;
  readonly total: number;
}

/** The entries on a page and those that match, such as "51–100 of 120"; of all entries, if some do not match. */
export function formatRange({ start, shown, matching, total }: Range): string {
  const isPart = shown > 0 && shown < matching;
  const range = isPart ? `${formatCount(start + 1)}–${formatCount(start + shown)} of ` : "";
  return `${range}${formatCount(matching)}${matching === total ? "" : ` of ${formatCount(total)}`}`;
}
