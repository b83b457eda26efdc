import { schemas } from "@serviceform/types/describe";
import type { Store } from "../../../seed-data/create-store.js";
import { pageError } from "../page-error.js";
import { describeTables } from "./describe-tables.js";
import { cut, readRecordPage } from "./read-record-page.js";
import { type RecordQuery, selectRecords } from "./select-records.js";
import { sendCsv } from "./send-csv.js";

const EVERY_RECORD: RecordQuery = { search: "", space: "", sort: "", descending: false };

/**
 * Responds for `leads` with a page of a table; for `leads.csv` with all selected records; and for `leads/7?id=lead-7`
 * with a whole record.
 */
export async function readRecords(store: Store, path: readonly string[], query: URLSearchParams): Promise<Response> {
  const [file = "", index] = path;
  const name = file.replace(/\.csv$/, "");
  const table = describeTables(store).find((candidate) => candidate.name === name);
  if (!table) return pageError(404, `The store has no list ${name}.`);
  const list = store[name as keyof Store] as readonly object[];
  if (index !== undefined) return readRecord(list, table.key, { index: Number(index), id: query.get("id") });
  const selection = parseQuery(query);
  if (file !== name) {
    const { fields = {} } = schemas[table.element] ?? {};
    return sendCsv(file, Object.keys(fields), selectRecords(list, selection));
  }
  const fields = new Set([table.key, ...table.columns.map((column) => column.name)]);
  const page = Math.max(0, Math.trunc(Number(query.get("page")) || 0));
  return Response.json(await readRecordPage(list, selection, { page, fields: [...fields] }));
}

/**
 * The record with an ID, even if it has moved since its row was shown; of several with the same ID, the one at the
 * index.
 */
async function readRecord(
  list: readonly object[],
  key: string,
  { index, id }: { readonly index: number; readonly id: string | null },
): Promise<Response> {
  // Compared in the form that a URL can contain: without lone surrogates.
  const isRequested = (record: Readonly<Record<string, unknown>>) =>
    new URLSearchParams({ id: String(cut(record[key])) }).get("id") === id;
  const record = list[index] as Readonly<Record<string, unknown>> | undefined;
  if (record && isRequested(record)) return Response.json(record);
  for await (const selected of selectRecords(list, EVERY_RECORD)) {
    if (isRequested(selected.record)) return Response.json(selected.record);
  }
  return pageError(404, "The record is no longer there.");
}

function parseQuery(query: URLSearchParams): RecordQuery {
  const { search = "", space = "", sort = "", descending } = Object.fromEntries(query);
  return { search, space, sort, descending: descending === "true" };
}
