import { textBytes } from "../http/measure-json.js";
import { observeBody } from "../http/observe-body.js";
import type { LogEntry, RecordedResponse } from "./log-entry.js";
import type { RequestLog } from "./request-log.js";

/** The limit for a recorded body: more than a person reads. */
const RECORDED_BODY_BYTES = 32_768;

/** Records a response in the log and returns it; its body is recorded as it is read, and no faster. */
export function recordResponse(log: RequestLog, entry: LogEntry, response: Response): Response {
  entry.recorded.status = response.status;
  entry.recorded.durationMs = performance.now() - entry.startedMs;
  if (!log.recordsResponses) {
    log.update(entry, {});
    return response;
  }
  const headers = Object.fromEntries(response.headers);
  const known = { status: response.status, headers, text: "", bytes: 0 };
  const note = (read: Partial<RecordedResponse>): void =>
    log.update(entry, { response: { ...known, state: "complete", ...read } }, textBytes(read.text ?? ""));
  if (!response.body) {
    note({});
    return response;
  }
  note({ state: "reading" });
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const body = observeBody(response.body, {
    onChunk(chunk) {
      if (bytes < RECORDED_BODY_BYTES)
        text += decoder.decode(chunk.subarray(0, RECORDED_BODY_BYTES - bytes), { stream: true });
      bytes += chunk.length;
    },
    onEnd: (end) => note({ text, bytes, state: end === "complete" ? "complete" : "broken" }),
  });
  return new Response(body, response);
}
