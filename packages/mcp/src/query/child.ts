import type { StatementSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { openMirror } from "./open-mirror.js";
import { type QueryRequest, TIMEOUT_MS } from "./query-request.js";

/** More rows would be of no use to an assistant. */
const MAX_ROWS = 1000;

/** The message that the process sends back. */
export type QueryReply =
  | { readonly rows: readonly object[]; readonly isComplete: boolean }
  | { readonly error: string };

process.once("message", (request: QueryRequest) => {
  endAfterTimeout();
  process.send?.(query(request), () => process.exit());
});

/** A server that was killed does not end its queries, and this thread is within SQLite until its query ends. */
function endAfterTimeout(): void {
  const code = `setTimeout(() => process.kill(process.pid, "SIGKILL"), ${TIMEOUT_MS + SECOND_MS})`;
  new Worker(code, { eval: true }).unref();
}

const SECOND_MS = 1000;

/** The first releases of Node.js 22 crash when they free a database or statement that only an iterator uses. */
const kept: object[] = [];

function query(request: QueryRequest): QueryReply {
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
