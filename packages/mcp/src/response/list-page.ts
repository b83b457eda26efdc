import type { CallToolResult } from "@modelcontextprotocol/server";
import { leftOutNotes } from "./left-out-notes.js";
import { shrink } from "./shrink.js";
import { renderUntrustedData, roomForData, sizeOf } from "./untrusted-data.js";

const TRUNCATED_NOTE = "Not all is shown: pass nextCursor as cursor for the rest, or name fewer fields.";

/** The bytes of the longest document around the items, with a total and a cursor. */
const FRAME = sizeOf(JSON.stringify({ items: [], total: 999_999_999, truncated: true, nextCursor: "x".repeat(12) }));

const CUT_NOTE = "Long values are cut; name single fields, or ask the user to raise --max-bytes.";

/** The longest of the notes that depend on the records. */
const LONGEST_NOTES = leftOutNotes("statistics", 999_999_999);

/** Collects records up to a number of records and a number of bytes. */
export interface ListPage {
  /** Adds a record, or returns false if the page is full. */
  add(key: string, record: unknown): boolean;
  /** Whether a record was not added. */
  isFull(): boolean;
  keys(): readonly string[];
  /** Without a total there are more records; `note` says how to get them. */
  render(end: PageEnd): CallToolResult;
}

interface PageEnd {
  readonly total: number | undefined;
  readonly nextCursor?: string | undefined;
  readonly note?: string | undefined;
  /** Further notes, of at most the length of `leftOutNotes`. */
  readonly notes?: readonly string[];
}

export function createListPage(maxBytes: number, limit: number): ListPage {
  const room = roomForData(maxBytes, [TRUNCATED_NOTE, CUT_NOTE, ...LONGEST_NOTES]) - FRAME;
  const keys: string[] = [];
  const texts: string[] = [];
  let bytes = 0;
  let isFull = false;
  let isAnyCut = false;
  return {
    add(key, record) {
      const size = sizeOf(JSON.stringify(record)) + 1;
      isFull = keys.length === limit || (keys.length > 0 && bytes + size > room);
      if (isFull) return false;
      // The first record is shown whatever its size, else no cursor would get past it.
      const { json, isCut } = shrink(record, room);
      texts.push(json);
      keys.push(key);
      bytes += size;
      isAnyCut ||= isCut;
      return true;
    },
    isFull: () => isFull,
    keys: () => keys,
    render({ total, nextCursor, note = TRUNCATED_NOTE, notes: others = [] }) {
      const truncated = total === undefined;
      const rest = JSON.stringify({ total, truncated, nextCursor }).slice(1);
      const notes = [...(truncated ? [note] : []), ...(isAnyCut ? [CUT_NOTE] : []), ...others];
      return { content: renderUntrustedData(`{"items":[${texts.join(",")}],${rest}`, notes) };
    },
  };
}
