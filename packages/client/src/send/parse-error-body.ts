import { parseJson } from "../json.js";
import { truncate } from "./redact.js";

const MAX_TEXT_LENGTH = 2_000;

/**
 * Parses the body of an error: as JSON if its type says so and it is valid, else as text, truncated if it is long. The
 * JSON `null` remains a text, so that `body.message` never throws.
 */
export function parseErrorBody(text: string, headers: Headers): unknown {
  const isJson = /json/i.test(headers.get("content-type") ?? "json");
  const data = isJson ? parseJson(text) : undefined;
  return data ?? truncate(text, MAX_TEXT_LENGTH);
}
