import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { QueryReply } from "./query.js";
import type { QueryRequest, TimedRequest } from "./query-request.js";

/** The timeout of a query. */
const TIMEOUT_MS = 5000;

/** Runs a query in its own process: nothing else can stop SQLite, and a thread would end only after its query. */
export function runQuery(request: QueryRequest, signal: AbortSignal): Promise<QueryReply> {
  const path = fileURLToPath(new URL("../query/child.js", import.meta.url));
  // The process prints nothing: stdout carries the protocol.
  const child = fork(path, { execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  let timeout: NodeJS.Timeout | undefined;
  return new Promise<QueryReply>((resolve, reject) => {
    timeout = setTimeout(() => resolve({ error: `it took longer than ${TIMEOUT_MS} ms` }), TIMEOUT_MS);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    child.once("message", (reply: QueryReply) => resolve(reply)).once("error", reject);
    // Not "exit": the process can exit before its last message is read.
    child.once("close", () => reject(new Error("the query ended without a result")));
    child.send({ ...request, timeoutMs: TIMEOUT_MS } satisfies TimedRequest);
  }).finally(() => {
    clearTimeout(timeout);
    child.kill("SIGKILL");
  });
}
