import { headersWithKey, requiredCredentials, withQueryCredentials } from "../../contract/required-credentials.js";
import type { SandboxInternals } from "../../create-sandbox.js";
import type { LogEntry } from "../../pipeline/log-entry.js";
import { writeBody } from "./write-body.js";

/** Headers that describe the connection, not the request. */
const HOP_HEADERS = new Set(["connection", "content-length", "host", "transfer-encoding", "keep-alive"]);

/**
 * Sends a recorded request to the sandbox again, with the key of its account, or that of the sandbox if it had none. It
 * is recorded like any other request.
 */
export function replayRequest(
  { sandbox, apiKey: ownKey }: SandboxInternals,
  { recorded, apiKey = ownKey }: LogEntry,
): void {
  const { operation, method, url, headers, body } = recorded;
  const written = writeBody(body);
  // A form is serialized again, with another boundary between its parts.
  const isKept = (name: string) => !HOP_HEADERS.has(name) && !(name === "content-type" && written instanceof FormData);
  const kept = Object.entries(headers).filter(([name]) => isKept(name));
  const required = requiredCredentials(operation);
  const target = withQueryCredentials(url, required, () => encodeURIComponent(apiKey));
  const init = { method, headers: { ...Object.fromEntries(kept), ...headersWithKey(required, apiKey) } };
  // Not awaited, since a fault may withhold the response forever. The body is read, so that it is recorded.
  void sandbox
    .fetch(target, written === "" ? init : { ...init, body: written })
    .then((response) => response.body?.pipeTo(new WritableStream()))
    .catch(() => {});
}
