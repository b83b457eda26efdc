import type { RecordPage, RecordRow } from "../../client/table-description.js";
import { type RecordQuery, type Selected, SORT_LIMIT, selectRecords } from "./select-records.js";

/** The number of records on a page of a table. */
const PAGE_LENGTH = 50;

/** Longer texts are truncated: a message can have 40 000 characters. */
const SHOWN_CHARACTERS = 200;

/** A search ends after this many records. */
const SEARCH_LIMIT = SORT_LIMIT;

/** One page of the selected records, with only the fields of the columns. */
export async function readRecordPage(
  list: readonly object[],
  query: RecordQuery,
  { page, fields }: { readonly page: number; readonly fields: readonly string[] },
): Promise<RecordPage> {
  const start = page * PAGE_LENGTH;
  const total = list.length;
  const toRow = ({ index, record }: Selected): RecordRow => {
    const shown = fields.filter((field) => record[field] !== undefined).map((field) => [field, cut(record[field])]);
    return { index, fields: Object.fromEntries(shown) };
  };
  if (query.search === "" && query.space === "" && query.sort === "") {
    const records = list.slice(start, start + PAGE_LENGTH) as Selected["record"][];
    const rows = records.map((record, at) => toRow({ index: start + at, record }));
    return { rows, start, total, matching: total, scanned: total };
  }
  const rows: RecordRow[] = [];
  let matching = 0;
  for await (const selected of selectRecords(list, query, SEARCH_LIMIT)) {
    if (matching >= start && rows.length < PAGE_LENGTH) rows.push(toRow(selected));
    matching += 1;
  }
  return { rows, start, total, matching, scanned: Math.min(total, SEARCH_LIMIT) };
}

/** Truncates a text, and replaces a list or an object by its size. */
export function cut(value: unknown): unknown {
  if (typeof value === "string")
    return value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
  if (Array.isArray(value)) return `${value.length} entries`;
  return value;
}
