import type { Operation } from "@serviceform/types";
import type { Deadline } from "./deadline.js";
import type { Malformed, Success } from "./outcome.js";

const PREVIEW_LENGTH = 500;
/** As much of an error's body as is read, in characters; the rest is not downloaded. */
const MAX_ERROR_LENGTH = 2 ** 20;

/** Reads the body of a success and holds it against what the operation answers. */
export async function readSuccess(
  operation: Operation,
  response: Response,
  deadline: Deadline,
): Promise<Success | Malformed> {
  const text = await deadline.guard(response.text());
  if (operation.answers === "nothing") return { kind: "success", response, data: undefined, text };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    const why = text === "" ? "without a body" : "with a body that is not JSON";
    // JSON.parse quotes the body, which may be personal.
    return malformed(response, why, text, cause instanceof SyntaxError ? undefined : cause);
  }
  if (operation.answers === "array" ? !Array.isArray(data) : !isRecord(data)) {
    return malformed(response, `with JSON that is no ${operation.answers}`, text);
  }
  return { kind: "success", response, data, text };
}

/** A success whose body cannot be used. */
export function malformed(response: Response, why: string, text: string, cause?: unknown): Malformed {
  return { kind: "malformed", response, why, preview: text.slice(0, PREVIEW_LENGTH), cause };
}

/** Reads the body of an error as far as it comes: its status is known, so a body that breaks is no further failure. */
export async function readErrorText(response: Response, deadline: Deadline): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (text.length < MAX_ERROR_LENGTH) {
      const { done, value } = await deadline.guard(reader.read());
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // What has arrived serves.
  }
  reader.cancel().catch(() => {});
  return text;
}

/** Parses the body of an error by its content type; what is no JSON stays text, cut where it is long. */
export function parseErrorBody(text: string, headers: Headers): unknown {
  if (/json/i.test(headers.get("content-type") ?? "json")) {
    try {
      return JSON.parse(text);
    } catch {
      // A broken body is shown as it came.
    }
  }
  return text.slice(0, PREVIEW_LENGTH * 4);
}

/** Lets go of a body that nobody reads, so that its connection is not held. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => {});
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
