import type { StatementSync } from "node:sqlite";
import { openMirror } from "./open-mirror.js";
import type { QueryRequest } from "./query-request.js";

/** More rows would be of no use to an assistant. */
const MAX_ROWS = 1000;

/** The rows, or the reason why there are none. */
export type QueryReply =
  | { readonly rows: readonly object[]; readonly isComplete: boolean }
  | { readonly error: string };

/** The first releases of Node.js 22 crash when they free a database or statement that only an iterator uses. */
const kept: object[] = [];

export function query(request: QueryRequest): QueryReply {
  try {
    const database = openMirror(request);
    const statement = database.prepare(request.sql);
    kept.push(database, statement);
    // Else one integer beyond 2^53 in a column would end every query of it.
    statement.setReadBigInts(true);
    assertDistinctNames(statement);
    return readRows(statement);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** A row is an object: of two columns with the same name, only the last would be in it. */
function assertDistinctNames(statement: StatementSync): void {
  // The first releases of Node.js 22 do not know the columns.
  const names = statement.columns?.().map(({ name }) => name) ?? [];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two columns have the name "${twice}"; rename one of them with as`);
}

function readRows(statement: StatementSync): QueryReply {
  const rows: object[] = [];
  try {
    for (const row of statement.iterate()) {
      if (rows.length === MAX_ROWS) return { rows, isComplete: false };
      rows.push(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toJsonValue(value)])));
    }
    return { rows, isComplete: true };
  } catch (error) {
    // A function quotes the value that it rejects, and no error shows data of the API.
    return { error: String(Object(error).message).replace(/['"].*['"]/s, "…") };
  }
}

/** JSON has no integers of 64 bits: those that a number would change are text. */
function toJsonValue(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
