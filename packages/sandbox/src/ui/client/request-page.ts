import { matchesFilter, type RequestFilter } from "./request-filter.js";
import type { RequestRow } from "./snapshot.js";

/** How many rows are drawn at a time, whatever came in. */
export const PAGE_LENGTH = 100;

/** A page of the requests that match. */
export interface RequestPage {
  /** Newest first. */
  readonly rows: readonly RequestRow[];
  /** How many newer ones match. */
  readonly start: number;
  readonly matching: number;
  /**
   * Where the pages before and after begin. Less than a page before this one is the newest page: undefined, since it
   * follows what comes in.
   */
  readonly newer: number | undefined;
  readonly older: number | undefined;
}

/** @param from the ID that the page begins with; undefined for the newest page */
export function selectPage(rows: Iterable<RequestRow>, filter: RequestFilter, from: number | undefined): RequestPage {
  const all = [...rows].filter((row) => matchesFilter(row, filter)).reverse();
  // The request that the page began with may be forgotten or filtered by now.
  const found = from === undefined ? 0 : all.findIndex(({ id }) => id <= from);
  const start = found === -1 ? Math.max(0, all.length - PAGE_LENGTH) : found;
  return {
    rows: all.slice(start, start + PAGE_LENGTH),
    start,
    matching: all.length,
    newer: start < 2 * PAGE_LENGTH ? undefined : all[start - PAGE_LENGTH]?.id,
    older: all[start + PAGE_LENGTH]?.id,
  };
}
