import { readText } from "./body.js";
import type { Call } from "./call.js";
import type { Deadline } from "./deadline.js";
import { inspect } from "./inspect.js";
import { isRecord, parseJson } from "./json.js";
import type { Malformed, Success } from "./outcome.js";

/** Reads the body of a success and compares it with what the operation answers. Rejects where the body cannot be read. */
export async function readSuccess(call: Call, response: Response, deadline: Deadline): Promise<Success | Malformed> {
  const { maxResponseBytes } = call.settings;
  const { text, isWhole } = await readText(response, deadline, maxResponseBytes);
  call.text = text;
  const malformed = (problem: string): Malformed => ({ kind: "malformed", response, problem, preview: text });
  if (!isWhole) return malformed(`a body of more than ${maxResponseBytes} bytes (maxResponseBytes)${otherWay(call)}`);
  const data = parseJson(text);
  const problem = findProblem(call, text, data);
  if (problem) return malformed(problem);
  const { answers } = call.shape;
  if (answers === "nothing") return { kind: "success", response, data: undefined };
  return { kind: "success", response, data: answers === "anything" ? (data ?? (text || undefined)) : data };
}

function otherWay({ operation, shape }: Call): string {
  return shape.answers === "array" ? `; client.stream.${operation} has no limit but for each element` : "";
}

/** What is wrong with the body of a success; completes "the API answered 200 with …". */
function findProblem(call: Call, text: string, data: unknown): string | undefined {
  const { answers } = call.shape;
  // A page comes from a proxy or a portal, not from the API.
  if (answers === "nothing" || answers === "anything") {
    return /^\s*</.test(text) ? "a body that is not JSON" : undefined;
  }
  if (text === "") return `an empty body, not a JSON ${answers}`;
  const isOfKind = answers === "array" ? Array.isArray(data) : isRecord(data);
  return isOfKind ? inspect(call, "output", data) : `a body that is not a JSON ${answers}`;
}
