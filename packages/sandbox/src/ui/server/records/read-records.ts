import { schemas } from "@serviceform/types/describe";
import type { Store } from "../../../seed-data/create-store.js";
import { pageError } from "../page-error.js";
import { sendJson } from "../send-json.js";
import { describeTables } from "./describe-tables.js";
import { readRecordPage } from "./read-record-page.js";
import { type RecordQuery, selectRecords } from "./select-records.js";
import { sendCsv } from "./send-csv.js";

/** Responds for `leads`, a page of a table; for `leads.csv`, all that is selected; and for `leads/7`, a whole record. */
export async function readRecords(store: Store, path: readonly string[], query: URLSearchParams): Promise<Response> {
  const [file = "", index] = path;
  const name = file.replace(/\.csv$/, "");
  const table = describeTables(store).find((candidate) => candidate.name === name);
  if (!table) return pageError(404, `The store has no list ${name}.`);
  const list = store[name as keyof Store] as readonly object[];
  if (index !== undefined) return readRecord(list, Number(index));
  const selection = parseQuery(query);
  if (file !== name) {
    const { fields = {} } = schemas[table.element] ?? {};
    return sendCsv(file, Object.keys(fields), selectRecords(list, selection));
  }
  const fields = new Set([table.key, ...table.columns.map((column) => column.name)]);
  const page = Math.max(0, Math.trunc(Number(query.get("page")) || 0));
  return sendJson(await readRecordPage(list, selection, { page, fields: [...fields] }));
}

function readRecord(list: readonly object[], index: number): Response {
  const record = list[index];
  return record ? sendJson(record) : pageError(404, "The record is no longer there.");
}

function parseQuery(query: URLSearchParams): RecordQuery {
  const [search = "", space = "", sort = ""] = ["search", "space", "sort"].map((name) => query.get(name) ?? "");
  return { search, space, sort, descending: query.get("descending") === "true" };
}
