import type { OperationMatch } from "@serviceform/types";
import { readAllKeys } from "../contract/credentials.js";
import { findOperations } from "../contract/find-operations.js";
import { operationContract } from "../contract/operation-contract.js";
import type { Latency } from "../faults/fault-list.js";
import { injectFault } from "../faults/inject-fault.js";
import { sleep } from "../faults/sleep.js";
import { allowEveryOrigin, isPreflight, preflight } from "../http/cors.js";
import { readBody } from "../http/read-body.js";
import { errorResponse } from "../http/response-data.js";
import { toResponse } from "../http/to-response.js";
import type { LogEntry } from "./log-entry.js";
import { recordBody } from "./record-body.js";
import { recordResponse } from "./record-response.js";
import { runOperation } from "./run-operation.js";
import type { SandboxState } from "./state.js";

/** Responds to a request and records it. */
export async function handleRequest(
  state: SandboxState,
  request: Request,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const matches = findOperations(new URL(request.url).pathname);
  const match = matches.find(({ method }) => method === request.method);
  const apiKey = readAllKeys(request).find((key) => state.accounts.seeds.has(key));
  const entry = state.log.add(request, { operation: match?.operation, apiKey });
  try {
    const response = match
      ? await respond(state, { match, request, signal, entry })
      : notFoundOrNotAllowed(
          request,
          matches.map(({ method }) => method),
        );
    setDate(response, state, apiKey);
    return recordResponse(state.log, entry, allowEveryOrigin(response));
  } catch (error) {
    state.log.update(entry, { error: String(error) });
    throw error;
  }
}

interface Received {
  readonly match: OperationMatch;
  readonly request: Request;
  readonly signal: AbortSignal | undefined;
  readonly entry: LogEntry;
}

async function respond(state: SandboxState, { match, request, signal, entry }: Received): Promise<Response> {
  const operation = operationContract(match.operation);
  // Taken before anything is awaited, so that faults affect requests in the order in which they were sent.
  const { latencies, fault } = state.faults.take(match.operation, state.faultRandom);
  if (latencies.length > 0 || fault) state.log.update(entry, { faults: [...latencies, ...(fault ? [fault] : [])] });
  const body = await readBody(request, operation.body?.format);
  recordBody(state.log, entry, body);
  await delay(latencies.filter(({ applied }) => !applied));
  const operationRequest = { operation, path: match.path, request, body };
  const run = () => runOperation(operationRequest, state);
  const runForeign = (seed: number | undefined) =>
    runOperation(operationRequest, state, (account) => state.accounts.foreign(seed ?? account.seed + 1));
  const response = fault
    ? await injectFault(fault, { operation, request, run, runForeign, signal })
    : toResponse(run(), { request, signal });
  await delay(latencies.filter(({ applied }) => applied));
  return response;

  async function delay(latencies: readonly Latency[]): Promise<void> {
    const ms = latencies.reduce((total, latency) => total + latency.ms, 0);
    if (latencies.length > 0) await sleep(ms, signal);
    signal?.throwIfAborted();
  }
}

/**
 * Sets the `Date` to the clock of the account, which may be fixed or days ahead, so that a client can request a range
 * up to now.
 */
function setDate(response: Response, { accounts }: SandboxState, apiKey: string | undefined): void {
  if (apiKey !== undefined) response.headers.set("date", accounts.get(apiKey).now().toUTCString());
}

function notFoundOrNotAllowed(request: Request, allow: readonly string[]): Response {
  if (isPreflight(request)) return preflight(request);
  const data =
    allow.length > 0
      ? errorResponse(405, `${request.method} is not allowed here.`, { allow: allow.join(", ") })
      : errorResponse(404, "There is no such path.");
  const response = toResponse(data, { request });
  return request.method === "HEAD" ? new Response(null, response) : response;
}
