import { measureJson, textBytes } from "../http/measure-json.js";
import type { RequestBody } from "../http/read-body.js";
import type { LogEntry } from "./log-entry.js";
import { REQUEST_LOG_BYTES, type RequestLog } from "./request-log.js";

/** Parsed, a body can take fifty times its text, so one that would fill half of the log stays text. */
const PARSED_BODY_BYTES = REQUEST_LOG_BYTES / 2;

/** Notes the body of a request in the log: its value where it is JSON, else its text. */
export function recordBody(log: RequestLog, entry: LogEntry, { text = "", json }: RequestBody): void {
  const parsed = json === undefined ? undefined : measureJson(json).bytes;
  const isKeptParsed = parsed !== undefined && parsed <= PARSED_BODY_BYTES;
  entry.recorded.body = isKeptParsed ? json : text || undefined;
  log.update(entry, {}, isKeptParsed ? parsed : textBytes(text));
}
