import { usesAnyJson, usesMedia } from "@serviceform/types";
import { parseJson } from "../json.js";
import { isMedia } from "../media/is-media.js";
import { isPlainObject } from "../plain-object.js";
import type { Call } from "../request/call.js";
import type { Deadline } from "./deadline.js";
import type { InvalidBody, Success } from "./outcome.js";
import { readText } from "./read-body.js";
import { readMedia } from "./read-media.js";
import { contentTypeOf } from "./response.js";
import { validateResponse } from "./validate-response.js";

/** Reads the body of a success and compares it with the contract. Rejects if the body cannot be read. */
export async function readSuccess(call: Call, response: Response, deadline: Deadline): Promise<Success | InvalidBody> {
  const { operation, settings } = call;
  if (usesMedia && isMedia(operation.responseBody)) return readMedia(call, response, deadline);
  const { text, isWhole } = await readText(response, deadline, settings.maxResponseBytes);
  const data = isWhole && operation.responseBody !== "none" ? parseJson(text) : undefined;
  const problem = isWhole ? findProblem(call, text, data, response) : describeExcess(call);
  if (problem) return { kind: "invalid-body", response, problem, preview: text };

  const isText = operation.responseBody === "anything" && data === undefined && text !== "";
  return { kind: "success", response, data: isText ? text : data, text };
}

function describeExcess({ operationId, operation, settings }: Call): string {
  const advice = operation.responseBody === "array" ? `; client.stream.${operationId} limits each element only` : "";
  return `the body exceeds ${settings.maxResponseBytes} bytes (maxResponseBytes)${advice}`;
}

/** Why the body of a success is invalid; undefined if it is valid. */
function findProblem(call: Call, text: string, data: unknown, response: Response): string | undefined {
  const { responseBody } = call.operation;
  if (responseBody === "none" || responseBody === "anything") {
    // A page in HTML comes from a proxy or a portal, not from the API.
    const isPage = /^\s*</.test(text);
    // One JSON value, unlike the types of NDJSON and of sequences.
    const isJson = responseBody === "anything" && /[/+]json *(;|$)/i.test(contentTypeOf(response));
    return isPage || (isJson && text !== "" && data === undefined) ? "the body is not JSON" : undefined;
  }
  if (text === "") return usesAnyJson && call.operation.mayBeEmpty ? undefined : "the body is empty";
  if (usesAnyJson && responseBody === "json") {
    if (data === undefined) return "the body is not JSON";
  } else {
    const isOfType = responseBody === "array" ? Array.isArray(data) : isPlainObject(data);
    if (!isOfType) return `the body is not a JSON ${responseBody}`;
  }
  const issue = validateResponse(call, "output", data, response.status);
  return issue && `the body does not match the contract: ${issue}`;
}
