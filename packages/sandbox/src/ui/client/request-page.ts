import { matchesFilter, type RequestFilter } from "./request-filter.js";
import type { RequestRow } from "./snapshot.js";

/** The number of rows that are drawn at a time. */
export const PAGE_LENGTH = 100;

/** A page of the requests that match. */
export interface RequestPage {
  /** Newest first. */
  readonly rows: readonly RequestRow[];
  /** The number of newer requests that match. */
  readonly start: number;
  readonly matching: number;
  /**
   * The starts of the previous and the next page. If less than a page precedes this one, the previous is the newest
   * page: undefined, since it follows new requests.
   */
  readonly newer: number | undefined;
  readonly older: number | undefined;
}

/** @param from the ID that the page begins with; undefined for the newest page */
export function selectPage(rows: Iterable<RequestRow>, filter: RequestFilter, from: number | undefined): RequestPage {
  const all = [...rows].filter((row) => matchesFilter(row, filter)).reverse();
  // The request with which the page began may have been removed or filtered out since.
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
