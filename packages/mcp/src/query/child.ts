import { openMirror, type QueryRequest } from "./open-mirror.js";

/** An assistant has no use for more. */
const MAX_ROWS = 1000;

/** What the process sends back. */
export type QueryReply =
  | { readonly rows: readonly object[]; readonly isComplete: boolean }
  | { readonly error: string };

process.once("message", (request: QueryRequest) => process.send?.(query(request), () => process.exit()));

function query(request: QueryRequest): QueryReply {
  try {
    const rows: object[] = [];
    for (const row of openMirror(request).prepare(request.sql).iterate()) {
      if (rows.length === MAX_ROWS) return { rows, isComplete: false };
      rows.push({ ...row });
    }
    return { rows, isComplete: true };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
