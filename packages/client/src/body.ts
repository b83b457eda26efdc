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
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (reader && text.length < maxLength) {
      const { done, value } = await deadline.guard(reader.read());
      text += decoder.decode(value, { stream: !done });
      if (done) break;
    }
    return text;
  } finally {
    reader?.cancel().catch(() => {});
  }
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
