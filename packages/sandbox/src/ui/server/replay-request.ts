import { apiKeyHeader } from "@serviceform/types";
import type { SandboxInternals } from "../../create-sandbox.js";
import type { LogEntry } from "../../pipeline/log-entry.js";

/** Describes the connection, not the request. */
const HOP_HEADERS = new Set(["connection", "content-length", "host", "transfer-encoding", "keep-alive"]);

/** Sends a recorded request to the sandbox again, with the key of its account, that of the sandbox where it had none. It is recorded like any other. */
export function replayRequest(
  { sandbox, apiKey: ownKey }: SandboxInternals,
  { recorded, apiKey = ownKey }: LogEntry,
): void {
  const { method, url, headers, body } = recorded;
  const kept = Object.entries(headers).filter(([name]) => !HOP_HEADERS.has(name));
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const init = { method, headers: { ...Object.fromEntries(kept), [apiKeyHeader]: apiKey } };
  // Not awaited: a fault may keep the response back for good. What comes is read, so that it is recorded.
  void sandbox
    .fetch(url, text === undefined ? init : { ...init, body: text })
    .then((response) => response.body?.pipeTo(new WritableStream()))
    .catch(() => {});
}
