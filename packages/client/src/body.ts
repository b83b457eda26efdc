import type { Deadline } from "./deadline.js";

/** Reads a body as UTF-8, up to a length in characters; cancels the rest, also when time runs out meanwhile. */
export async function readText(
  { body }: Response,
  deadline: Deadline,
  maxLength: number = Number.POSITIVE_INFINITY,
): Promise<string> {
  const reader = body?.getReader();
  if (!reader) return "";
  let isRead = false;
  try {
    const text = await deadline.guard(decode(reader, maxLength));
    isRead = text.length < maxLength;
    return text;
  } finally {
    if (!isRead) reader.cancel().catch(() => {});
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** For whole texts only, so that it keeps nothing between two. */
let wholeDecoder: TextDecoder | undefined;

async function decode(reader: Reader, maxLength: number): Promise<string> {
  const first = await reader.read();
  if (first.done) return "";
  // Nearly every answer is one chunk.
  const second = first.value.length < maxLength ? await reader.read() : undefined;
  wholeDecoder ??= new TextDecoder();
  if (second?.done) return wholeDecoder.decode(first.value);
  const decoder = new TextDecoder();
  let text = decoder.decode(first.value, { stream: true });
  for (let next = second; text.length < maxLength; next = undefined) {
    const { done, value } = next ?? (await reader.read());
    text += decoder.decode(value, { stream: !done });
    if (done) break;
  }
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
