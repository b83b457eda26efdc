import type { Deadline } from "./deadline.js";

/**
 * Reads a body as UTF-8, up to a length in characters or less by a chunk; cancels the rest, also when time runs out
 * meanwhile.
 */
export async function readText(
  { body }: Response,
  deadline: Deadline,
  maxLength: number = Number.POSITIVE_INFINITY,
): Promise<string> {
  const reader = body?.getReader();
  if (!reader) return "";
  const cancel = (): void => void reader.cancel().catch(() => {});
  // A cancelled body ends at once, also one that ignores its signal: no promise has to race with it.
  deadline.onEnd(cancel);
  const decoder = new TextDecoder();
  let text = "";
  let next = await reader.read();
  while (!next.done) {
    const { value } = next;
    if (text.length + value.length >= maxLength) {
      cancel();
      return text + decoder.decode(value);
    }
    // Nearly every answer is one chunk, which is decoded at once when it is known to be the last.
    next = await reader.read();
    text += decoder.decode(value, { stream: !next.done });
  }
  if (deadline.interruption) throw deadline.interruption;
  return text;
}

/** The body of an error: parsed if it is JSON by its type and in fact, else text, cut if it is long. */
export function parseErrorBody(text: string, headers: Headers): unknown {
  const json = /json/i.test(headers.get("content-type") ?? "json") ? parseJson(text) : undefined;
  return json === undefined ? text.slice(0, 2_000) : json;
}

/** Undefined if the text is not JSON. The parser's own error is dropped, since it quotes the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cancels a body that nobody reads, so that it does not hold its connection. */
export function discard({ body }: Response): void {
  body?.cancel().catch(() => {});
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
