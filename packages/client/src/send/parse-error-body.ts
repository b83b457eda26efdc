import { parseJson } from "../json.js";
import { truncate } from "./redact.js";

const MAX_TEXT_LENGTH = 2_000;

/**
 * Parses the body of an error: as JSON if its type allows that and it is valid, else as text, truncated if it is long.
 * The JSON `null` remains a text, so that `body.message` never throws.
 */
export function parseErrorBody(text: string, headers: Headers): unknown {
  // Plain text is the type that `new Response` gives to the JSON of a mock.
  const mayBeJson = /json|plain/i.test(headers.get("content-type") ?? "json");
  const data = mayBeJson ? parseJson(text) : undefined;
  return data ?? truncate(text, MAX_TEXT_LENGTH);
}
