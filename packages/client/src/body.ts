import type { Call } from "./call.js";
import type { Deadline } from "./deadline.js";
import { inspect } from "./inspect.js";
import type { Malformed, Success } from "./outcome.js";

/** Reads the body of a success and holds it against what the operation answers. */
export async function readSuccess(call: Call, response: Response, deadline: Deadline): Promise<Success | Malformed> {
  const { answers } = call.shape;
  const text = await readText(response, deadline);
  call.text = text;
  // A page comes from a proxy or a portal, not from the API.
  if (answers === "nothing" && !/^\s*</.test(text)) return { kind: "success", response, data: undefined };
  const data = parseJson(text);
  const fits = answers === "array" ? Array.isArray(data) : isRecord(data);
  const expected = fits ? inspect(call, "output", data) : `JSON ${answers === "nothing" ? "answer" : answers}`;
  return expected ? { kind: "malformed", response, expected, preview: text } : { kind: "success", response, data };
}

/** Reads a body as UTF-8, up to a length in characters; lets go of the rest, also where the time runs out meanwhile. */
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

/** For whole texts: it keeps nothing between two. */
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

/** The body of an error: parsed where it is JSON by its type and in fact, else text, cut where it is long. */
export function parseErrorBody(text: string, headers: Headers): unknown {
  const json = /json/i.test(headers.get("content-type") ?? "json") ? parseJson(text) : undefined;
  return json === undefined ? text.slice(0, 2_000) : json;
}

/** Undefined where the text is no JSON. The parser's own error is let go, since it quotes the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lets go of a body that nobody reads, so that its connection is not held. */
export function discard({ body }: Response): void {
  body?.cancel().catch(() => {});
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
