import { Worker } from "node:worker_threads";
import { query } from "./query.js";
import { type QueryRequest, TIMEOUT_MS } from "./query-request.js";

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
