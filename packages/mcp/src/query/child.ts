import { Worker } from "node:worker_threads";
import { query } from "./query.js";
import type { TimedRequest } from "./query-request.js";

process.once("message", ({ timeoutMs, ...request }: TimedRequest) => {
  endAfter(timeoutMs + SECOND_MS);
  process.send?.(query(request), () => process.exit());
});

/** A server that was killed does not end its queries, and this thread is within SQLite until its query ends. */
function endAfter(ms: number): void {
  const code = `setTimeout(() => process.kill(process.pid, "SIGKILL"), ${ms})`;
  new Worker(code, { eval: true }).unref();
}

const SECOND_MS = 1000;
