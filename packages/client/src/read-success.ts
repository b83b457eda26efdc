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
  if (!isWhole) return malformed(`the body exceeds ${maxResponseBytes} bytes (maxResponseBytes)${otherWay(call)}`);
  const data = parseJson(text);
  const problem = findProblem(call, text, data);
  if (problem) return malformed(problem);
  const { responseBody } = call.shape;
  if (responseBody === "none") return { kind: "success", response, data: undefined };
  return { kind: "success", response, data: responseBody === "anything" ? (data ?? (text || undefined)) : data };
}

function otherWay({ operation, shape }: Call): string {
  return shape.responseBody === "array" ? `; client.stream.${operation} limits each element only` : "";
}

/** Why the body of a success is invalid, a clause; undefined where it is valid. */
function findProblem(call: Call, text: string, data: unknown): string | undefined {
  const { responseBody } = call.shape;
  // A page comes from a proxy or a portal, not from the API.
  if (responseBody === "none" || responseBody === "anything") {
    return /^\s*</.test(text) ? "the body is not JSON" : undefined;
  }
  if (text === "") return "the body is empty";
  const isOfKind = responseBody === "array" ? Array.isArray(data) : isRecord(data);
  if (!isOfKind) return `the body is not a JSON ${responseBody}`;
  const issue = inspect(call, "output", data);
  return issue && `the body does not match the contract: ${issue}`;
}
