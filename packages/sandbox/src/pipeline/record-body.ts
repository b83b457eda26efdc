import { measureJson, textBytes } from "../http/measure-json.js";
import type { RequestBody } from "../http/read-body.js";
import type { LogEntry } from "./log-entry.js";
import { REQUEST_LOG_BYTES, type RequestLog } from "./request-log.js";

/** A parsed body can take fifty times the memory of its text, so a body that would fill half of the log stays text. */
const PARSED_BODY_BYTES = REQUEST_LOG_BYTES / 2;

/** Records the body of a request in the log: as its JSON value, its form, its text, or its bytes. */
export function recordBody(log: RequestLog, entry: LogEntry, body: RequestBody): void {
  const { text = "", json, form, bytes } = body;
  const parsed = json === undefined ? undefined : measureJson(json).bytes;
  const isKeptParsed = parsed !== undefined && parsed <= PARSED_BODY_BYTES;
  const isFiles = /^multipart\//i.test(entry.recorded.headers["content-type"] ?? "");
  // As text, files would lose bytes that are not UTF-8.
  const unparsed = isFiles ? (form ?? bytes) : text || bytes;
  entry.recorded.body = isKeptParsed ? json : unparsed;
  const length = typeof unparsed === "string" ? textBytes(unparsed) : (bytes?.length ?? 0);
  log.update(entry, {}, isKeptParsed ? parsed : length);
}
