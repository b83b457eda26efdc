import { matchPath, type OperationMatch } from "@serviceform/types";
import { operationContract } from "../contract/operation-contract.js";
import type { FaultList, Latency } from "../faults/fault-list.js";
import { injectFault } from "../faults/inject-fault.js";
import { sleep } from "../faults/sleep.js";
import type { HandlerContext } from "../handlers/handler.js";
import { allowEveryOrigin, isPreflight, preflight } from "../http/cors.js";
import { readBody } from "../http/read-body.js";
import { errorResponse } from "../http/response-data.js";
import { toResponse } from "../http/to-response.js";
import type { Random } from "../seed-data/random.js";
import type { LogEntry } from "./log-entry.js";
import { recordBody } from "./record-body.js";
import { recordResponse } from "./record-response.js";
import type { RequestLog } from "./request-log.js";
import { type Api, runOperation } from "./run-operation.js";

/** What a sandbox consists of. */
export interface SandboxState extends Api {
  readonly faults: FaultList;
  readonly log: RequestLog;
  world: HandlerContext;
  /** Decides whether a fault with a probability happens. */
  chance: Random;
}

/** Answers a request and records it. */
export async function handleRequest(
  state: SandboxState,
  request: Request,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const matches = matchPath(new URL(request.url).pathname);
  const match = matches.find(({ method }) => method === request.method);
  const entry = state.log.add(request, match?.operation);
  try {
    const response = match
      ? await operate(state, { match, request, signal, entry })
      : withoutOperation(
          request,
          matches.map(({ method }) => method),
        );
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

async function operate(state: SandboxState, { match, request, signal, entry }: Received): Promise<Response> {
  const operation = operationContract(match.operation);
  // Taken before anything is awaited, so that faults hit requests in the order in which these are made.
  const { latencies, fault } = state.faults.take(match.operation, state.chance);
  if (latencies.length > 0 || fault) state.log.update(entry, { faults: [...latencies, ...(fault ? [fault] : [])] });
  const body = await readBody(request);
  recordBody(state.log, entry, body);
  await delay(latencies.filter(({ applied }) => !applied));
  const run = () => runOperation({ operation, path: match.path, request, body }, state);
  const response = fault ? await injectFault(fault, { operation, request, run, signal }) : toResponse(run(), signal);
  await delay(latencies.filter(({ applied }) => applied));
  return response;

  async function delay(latencies: readonly Latency[]): Promise<void> {
    const ms = latencies.reduce((total, latency) => total + latency.ms, 0);
    if (latencies.length > 0) await sleep(ms, signal);
    signal?.throwIfAborted();
  }
}

function withoutOperation(request: Request, allow: readonly string[]): Response {
  if (isPreflight(request)) return preflight(request);
  const answer =
    allow.length > 0
      ? errorResponse(405, `${request.method} is not allowed here.`, { allow: allow.join(", ") })
      : errorResponse(404, "There is no such path.");
  const response = toResponse(answer);
  return request.method === "HEAD" ? new Response(null, response) : response;
}
