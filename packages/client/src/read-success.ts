import { isRecord, parseJson, readText } from "./body.js";
import type { Call } from "./call.js";
import type { Deadline } from "./deadline.js";
import { inspect } from "./inspect.js";
import type { Malformed, Success } from "./outcome.js";

/** Reads the body of a success and compares it with what the operation answers. */
export async function readSuccess(call: Call, response: Response, deadline: Deadline): Promise<Success | Malformed> {
  const { answers } = call.shape;
  const text = await readText(response, deadline);
  call.text = text;
  // A page comes from a proxy or a portal, not from the API.
  if (answers === "nothing" && !/^\s*</.test(text)) return { kind: "success", response, data: undefined };
  const data = parseJson(text);
  const fits = answers === "array" ? Array.isArray(data) : isRecord(data);
  const expected = fits ? inspect(call, "output", data) : answers === "nothing" ? "JSON" : `a JSON ${answers}`;
  return expected ? { kind: "malformed", response, expected, preview: text } : { kind: "success", response, data };
}
