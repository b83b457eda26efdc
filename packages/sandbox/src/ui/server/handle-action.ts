import { type OperationId, operationTable } from "@serviceform/types";
import { ContractError } from "../../contract-error.js";
import type { SandboxInternals } from "../../create-sandbox.js";
import { parseFault } from "../../faults/parse-fault.js";
import { readBody } from "../../http/read-body.js";
import { toResponse } from "../../http/to-response.js";
import { callOperation } from "./call-operation.js";
import { isCrossOrigin } from "./is-cross-origin.js";
import { pageError } from "./page-error.js";
import { replayRequest } from "./replay-request.js";

/** An action of a button in the live view, by its method and its path below `/_sandbox/`. */
interface Action {
  readonly method: "POST" | "DELETE";
  readonly path: RegExp;
  /** Returns the response, undefined for a success without content. */
  run(open: SandboxInternals, parameter: string, json: unknown): Response | undefined | Promise<Response>;
}

const ACTIONS: readonly Action[] = [
  { method: "POST", path: /^faults$/, run: (open, _, json) => addFault(open, json) },
  { method: "DELETE", path: /^faults\/(\d+)$/, run: (open, id) => removeFault(open, Number(id)) },
  { method: "POST", path: /^reset$/, run: ({ sandbox }) => void sandbox.reset() },
  { method: "POST", path: /^advance$/, run: ({ api, apiKey }) => void api.accounts.get(apiKey).advance() },
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
  return (await action.run(open, parameter, json)) ?? new Response(null, { status: 204 });
}

function addFault({ faults }: SandboxInternals, json: unknown): Response | undefined {
  try {
    return void faults.add(parseFault(json));
  } catch (error) {
    if (error instanceof TypeError) return pageError(400, error.message);
    throw error;
  }
}

function removeFault({ faults }: SandboxInternals, id: number): Response | undefined {
  return faults.remove(id) ? undefined : pageError(404, "The fault is no longer there.");
}

function replay(open: SandboxInternals, id: number): Response | undefined {
  const entry = open.log.entries().find((candidate) => candidate.id === id);
  return entry ? void replayRequest(open, entry) : pageError(404, "The request is no longer in the log.");
}

/** The response of the operation itself, so that the page can show why the API rejects an input. */
async function call(open: SandboxInternals, id: string, json: unknown): Promise<Response> {
  if (!Object.hasOwn(operationTable, id)) return pageError(404, `The API has no operation ${id}.`);
  if (typeof json !== "object" || json === null) return pageError(400, "The body must be a JSON object.");
  try {
    return toResponse(await callOperation(open, id as OperationId, json as Record<string, unknown>));
  } catch (error) {
    if (error instanceof ContractError) return pageError(500, error.message);
    throw error;
  }
}
