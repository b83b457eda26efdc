import type { CallToolResult } from "@modelcontextprotocol/server";
import { type AnyServiceformError, isServiceformError } from "@serviceform/client";
import { apiContract, type Contract } from "../contract.js";
import { InvalidInput } from "../input/invalid-input.js";
import { cutToBytes, quote } from "../input/quote.js";
import { toToolName } from "../tools/tool.js";

/** The limit for the API's message, in UTF-8 bytes. */
const MAX_API_MESSAGE = 300;

/**
 * The limit for a message about the input, which can quote the input. The complete response is shorter than the
 * smallest `maxBytes`.
 */
const MAX_MESSAGE = 800;

/** An error that an assistant can act on: its cause, whether a write may have been applied, the next step. */
export function renderError(error: unknown, contract: Contract): CallToolResult {
  return { isError: true, content: [{ type: "text", text: describeError(error, contract) }] };
}

export function describeError(error: unknown, contract: Contract = apiContract): string {
  if (error instanceof InvalidInput) return renderInvalidInput(error.message);
  if (!isServiceformError(error)) {
    return `The server failed on this call${systemReason(error)}. Report it to the user; do not retry it.`;
  }
  if (error.name === "ConfigurationError") return renderInvalidInput(`${error.param} ${rule(error)}`);
  return [renderCause(error), mayHaveSucceeded(error, contract), renderNextStep(error)].filter(Boolean).join(" ");
}

/** The reason of an error of the system, such as a full disk, without the call and the path that follow it. */
function systemReason(error: unknown): string {
  const message = error instanceof Error && "syscall" in error ? error.message : "";
  const [reason] = /^E[A-Z0-9]+: [^,]+/.exec(message) ?? [];
  return reason === undefined ? "" : ` (${reason})`;
}

function renderInvalidInput(message: string): string {
  return `Invalid input: ${cutToBytes(message, MAX_MESSAGE)}. Nothing was sent.`;
}

/** The message without the call, whose URL is of no use to an assistant. */
function rule({ message, param }: AnyServiceformError & { readonly param: string }): string {
  const [sentence = ""] = message.split(": ");
  return sentence.startsWith(`${param} `) ? sentence.slice(param.length + 1) : `is invalid: ${sentence}`;
}

function renderCause(error: AnyServiceformError): string {
  switch (error.name) {
    case "ApiError":
      return `ApiError: the API responded with ${error.status}${apiMessage(error.message)}.`;
    case "ConnectionError":
      return "ConnectionError: no response arrived from the API.";
    case "TimeoutError":
      return `TimeoutError: the API took longer than ${error.limitMs} ms.`;
    case "ResponseError":
      return `ResponseError: the API responded with ${error.status}, but not with the data that the contract describes.`;
    default:
      return `${error.name}: the call failed.`;
  }
}

/** The API's message as the client quotes it, without the key; the body itself can have the key. */
function apiMessage(message: string): string {
  const [, quoted] = /^API responded with \d+ "(.*)": \S+ \S+ \S+$/s.exec(message) ?? [];
  return quoted === undefined ? "" : ` and the message ${quote(quoted, MAX_API_MESSAGE)}`;
}

function mayHaveSucceeded(error: AnyServiceformError, contract: Contract): string {
  if (!error.mayHaveSucceeded) return "";
  const { list, parent } = findList(contract, String(error.operation));
  return list === undefined
    ? "It may have been carried out."
    : `It may have been carried out: list the ${parent} before you retry (${toToolName(list)}).`;
}

/** The list that shows whether a write was applied, and the noun to name it by: `space` if it requires a `spaceId`. */
function findList({ operations }: Contract, operationId: string): { readonly list?: string; readonly parent?: string } {
  const noun = operations[operationId]?.noun;
  const list = Object.keys(operations).find((id) => operations[id]?.noun === noun && operations[id]?.verb === "list");
  const [parent = noun] = (operations[list ?? ""]?.input.required ?? []) as readonly string[];
  return list === undefined || parent === undefined ? {} : { list, parent: parent.replace(/Id$/, "") };
}

function renderNextStep(error: AnyServiceformError): string {
  const { status, mayHaveSucceeded } = error;
  if (status === 401 || status === 403)
    return "The key is invalid or lacks access: ask the user to check it; do not retry.";
  if (status === 404) return "Check the IDs with a list tool.";
  if (status === 400 || status === 422) return "Correct the input.";
  if (mayHaveSucceeded) return "";
  const { retryAfterMs } = error as { readonly retryAfterMs?: number }; // Only an ApiError has it.
  if (status === 429 || retryAfterMs !== undefined) return `Wait ${toMinutes(retryAfterMs)} before the next call.`;
  return "Retry once; if it fails again, report it to the user.";
}

function toMinutes(ms: number | undefined): string {
  const minutes = Math.ceil((ms ?? 0) / 60_000);
  return minutes > 1 ? `${minutes} minutes` : "a minute";
}
