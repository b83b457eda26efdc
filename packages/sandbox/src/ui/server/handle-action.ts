import { type OperationId, operationTable } from "@serviceform/types";
import { ContractError } from "../../contract-error.js";
import type { Sandbox, SandboxInternals } from "../../create-sandbox.js";
import { parseFault } from "../../faults/parse-fault.js";
import { readBody } from "../../http/read-body.js";
import { toResponse } from "../../http/to-response.js";
import { callOperation } from "./call-operation.js";
import { isCrossOrigin } from "./is-cross-origin.js";
import { pageError } from "./page-error.js";
import { replayRequest } from "./replay-request.js";
import { SAFETY_HEADERS } from "./safety-headers.js";

/** An action of a button in the live view, by its method and its path below `/_sandbox/`. */
interface Action {
  readonly method: "POST" | "DELETE";
  readonly path: RegExp;
  run(open: SandboxInternals, parameter: string, json: unknown): Response | Promise<Response>;
}

const ACTIONS: readonly Action[] = [
  { method: "POST", path: /^faults$/, run: (open, _, json) => addFault(open, json) },
  { method: "DELETE", path: /^faults\/(\d+)$/, run: (open, id) => removeFault(open, Number(id)) },
  { method: "POST", path: /^reset$/, run: ({ sandbox }) => reset(sandbox) },
  { method: "POST", path: /^advance$/, run: (open) => advance(open) },
  { method: "POST", path: /^requests\/(\d+)\/replay$/, run: (open, id) => replay(open, Number(id)) },
  { method: "POST", path: /^operations\/(\w+)$/, run: (open, id, json) => call(open, id, json) },
];

/** Handles an action of the live view; undefined if the path is not that of an action. */
export function handleAction(request: Request, open: SandboxInternals): Promise<Response> | undefined {
  const path = new URL(request.url).pathname.replace(/^\/_sandbox\//, "");
  const action = ACTIONS.find((candidate) => candidate.path.test(path));
  return action && runAction(request, open, action, action.path.exec(path)?.[1] ?? "");
}

async function runAction(
  request: Request,
  open: SandboxInternals,
  action: Action,
  parameter: string,
): Promise<Response> {
  const { method } = action;
  if (request.method !== method) return pageError(405, `${request.method} is not allowed here.`, { allow: method });
  if (isCrossOrigin(request)) return pageError(403, "Only the sandbox's own page may do this.");
  // A form on another page cannot send this type, and a script would need a permission that it does not get.
  if (method === "POST" && !/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    return pageError(415, "The content type must be application/json.");
  }
  const { text = "", json, issue } = await readBody(request);
  if (issue) return pageError(400, issue);
  if (text !== "" && json === undefined) return pageError(400, "The body must be JSON.");
  return action.run(open, parameter, json);
}

function addFault({ faults }: SandboxInternals, json: unknown): Response {
  try {
    faults.add(parseFault(json));
    return done();
  } catch (error) {
    if (error instanceof TypeError) return pageError(400, error.message);
    throw error;
  }
}

function removeFault({ faults }: SandboxInternals, id: number): Response {
  return faults.remove(id) ? done() : pageError(404, "The fault is no longer there.");
}

function reset(sandbox: Sandbox): Response {
  sandbox.reset();
  return done();
}

function advance({ api, apiKey }: SandboxInternals): Response {
  api.accounts.get(apiKey).advance();
  return done();
}

function replay(open: SandboxInternals, id: number): Response {
  const entry = open.log.entries().find((candidate) => candidate.id === id);
  if (!entry) return pageError(404, "The request is no longer in the log.");
  replayRequest(open, entry);
  return done();
}

/** The response of the operation itself, so that the page can show why the API rejects an input. */
async function call(open: SandboxInternals, id: string, json: unknown): Promise<Response> {
  if (!Object.hasOwn(operationTable, id)) return pageError(404, `The API has no operation ${id}.`);
  if (typeof json !== "object" || json === null) return pageError(400, "The body must be a JSON object.");
  try {
    const response = toResponse(await callOperation(open, id as OperationId, json as Record<string, unknown>));
    for (const [name, value] of Object.entries(SAFETY_HEADERS)) response.headers.set(name, value);
    return response;
  } catch (error) {
    if (error instanceof ContractError) return pageError(500, error.message);
    throw error;
  }
}

function done(): Response {
  return new Response(null, { status: 204, headers: SAFETY_HEADERS });
}
