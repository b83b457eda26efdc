import { usesBinary, usesEvents } from "@serviceform/types";
import { ContractViolation } from "../errors/contract-violation.js";
import { createDecoder, findWrongType } from "../media/content-type.js";
import { EventSplitter } from "../media/event-splitter.js";
import type { Call } from "../request/call.js";
import type { Deadline } from "./deadline.js";
import type { InvalidBody, Success } from "./outcome.js";
import { readBytes } from "./read-body.js";
import { contentTypeOf } from "./response.js";
import { validateResponse } from "./validate-response.js";

/** Reads the body of a success that is not JSON. Rejects if the body cannot be read. */
export async function readMedia(call: Call, response: Response, deadline: Deadline): Promise<Success | InvalidBody> {
  const { operation, operationId, settings } = call;
  const { bytes, isWhole } = await readBytes(response, deadline, settings.maxResponseBytes);
  const contentType = contentTypeOf(response);
  const isBinary = usesBinary && operation.responseBody === "binary";
  const text = (isBinary ? undefined : createDecoder(contentType)?.decode(bytes)) ?? "";
  const wrongType = findWrongType(operation, contentType);
  // An empty file has the content type of a file; a missing body has none, or another type.
  const isEmptyFile = response.status !== 204 && contentType !== "" && !wrongType;
  if (bytes.length === 0 && operation.mayBeEmpty && !isEmptyFile)
    return { kind: "success", response, data: undefined, text };

  const invalid = (problem: string): InvalidBody => ({ kind: "invalid-body", response, problem, preview: text });
  const advice = `; client.stream.${operationId} reads it in parts`;
  if (!isWhole) return invalid(`the body exceeds ${settings.maxResponseBytes} bytes (maxResponseBytes)${advice}`);
  if (wrongType) return invalid(wrongType);

  const data = isBinary ? bytes : parseText(call, text, bytes);
  if (data instanceof ContractViolation) return invalid(data.message);
  const issue = validateResponse(call, "output", data, response.status);
  if (issue) return invalid(`the body does not match the contract: ${issue}`);
  return { kind: "success", response, data, text };
}

/** Returns the text, or the events in it. */
function parseText({ operation, settings }: Call, text: string, bytes: Uint8Array): unknown {
  if (!usesEvents || operation.responseBody !== "events") return text;
  try {
    return new EventSplitter(settings.maxResponseBytes, operation.eventData).push(bytes);
  } catch (error) {
    if (error instanceof ContractViolation) return error;
    throw error;
  }
}
