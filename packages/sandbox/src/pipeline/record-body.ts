import { measureJson, textBytes } from "../http/measure-json.js";
import type { RequestBody } from "../http/read-body.js";
import type { LogEntry } from "./log-entry.js";
import { REQUEST_LOG_BYTES, type RequestLog } from "./request-log.js";

/** Parsed, a body can take fifty times its text, so one that would fill half of the log stays text. */
const PARSED_BODY_BYTES = REQUEST_LOG_BYTES / 2;

/** Notes the body of a request in the log: its value where it is JSON, its form, its text, or its bytes. */
export function recordBody(log: RequestLog, entry: LogEntry, body: RequestBody): void {
  const { text = "", json, form, bytes } = body;
  const parsed = json === undefined ? undefined : measureJson(json).bytes;
  const isKeptParsed = parsed !== undefined && parsed <= PARSED_BODY_BYTES;
  const isFiles = /^multipart\//i.test(entry.recorded.headers["content-type"] ?? "");
  // As a text, files would lose what is no UTF-8.
  const unparsed = isFiles ? (form ?? bytes) : text || bytes;
  entry.recorded.body = isKeptParsed ? json : unparsed;
  const length = typeof unparsed === "string" ? textBytes(unparsed) : (bytes?.length ?? 0);
  log.update(entry, {}, isKeptParsed ? parsed : length);
}
