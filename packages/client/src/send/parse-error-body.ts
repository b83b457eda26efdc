import { parseJson } from "../json.js";
import { truncate } from "./redact.js";

const MAX_TEXT_LENGTH = 2_000;

/** The body of an error: parsed if it is JSON by its type and in fact, else text, truncated if it is long. */
export function parseErrorBody(text: string, headers: Headers): unknown {
  const isJson = /json/i.test(headers.get("content-type") ?? "json");
  const data = isJson ? parseJson(text) : undefined;
  return data === undefined ? truncate(text, MAX_TEXT_LENGTH) : data;
}
