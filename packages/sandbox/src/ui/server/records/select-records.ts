import { each } from "../../../seed-data/lazy-array.js";
import { SPACE_FIELD } from "./describe-tables.js";

/** The records to select, and their order. */
export interface RecordQuery {
  /** A text that one of the values must contain, in any case. */
  readonly search: string;
  /** The ID of a space; empty for all. */
  readonly space: string;
  /** The field to sort by; empty for the order of the store. */
  readonly sort: string;
  readonly descending: boolean;
}

/** A record with its index in the store. */
export interface Selected {
  readonly index: number;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Sorting keeps the records in memory, so it is limited; the store may have a million records. */
export const SORT_LIMIT = 50_000;

/** The number of records after which other requests get their turn. */
const SLICE = 2_000;

/** Selects from the first `limit` records while they are read; to sort, from the first `SORT_LIMIT`. */
export async function* selectRecords(
  list: readonly object[],
  query: RecordQuery,
  limit: number = list.length,
): AsyncGenerator<Selected> {
  if (query.sort === "") return yield* filterRecords(list, query, limit);
  const selected: Selected[] = [];
  for await (const record of filterRecords(list, query, Math.min(limit, SORT_LIMIT))) selected.push(record);
  yield* selected.sort(compareBy(query));
}

async function* filterRecords(
  list: readonly object[],
  { search, space }: RecordQuery,
  limit: number,
): AsyncGenerator<Selected> {
  const needle = search.toLowerCase();
  let index = -1;
  for (const element of each(list)) {
    index += 1;
    if (index >= limit) return;
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
    const record = element as Selected["record"];
    if (space !== "" && record[SPACE_FIELD] !== space) continue;
    if (contains(record, needle)) yield { index, record };
  }
}

function contains(value: unknown, needle: string): boolean {
  if (needle === "") return true;
  if (typeof value === "object" && value !== null) return Object.values(value).some((inner) => contains(inner, needle));
  return value !== undefined && value !== null && String(value).toLowerCase().includes(needle);
}

const collator = new Intl.Collator("en", { numeric: true });

/** Compares numbers and times by value, other values as text; records without a value come last. */
function compareBy({ sort, descending }: RecordQuery): (one: Selected, other: Selected) => number {
  const direction = descending ? -1 : 1;
  return ({ record: one }, { record: other }) => {
    const [a, b] = [sortKey(one[sort]), sortKey(other[sort])];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    if (typeof a === "number" && typeof b === "number") return direction * (a - b);
    return direction * collator.compare(String(a), String(b));
  };
}

function sortKey(value: unknown): number | string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "number") return value;
  const text = String(value);
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? text : time;
}
