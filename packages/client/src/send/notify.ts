import type { CallEvent, Hooks } from "../options/observers.js";
import { type Call, withoutQueryValues } from "../request/call.js";
import { durationMs } from "./progress.js";

const LEVELS = { onRequest: "debug", onResponse: "debug", onRetry: "warn", onError: "error" } as const;

/** Notifies the client's hook and logger of an event. Never throws. */
export function notify(
  name: keyof Hooks,
  call: Call,
  attempt: number,
  getDetails: () => Partial<CallEvent> = () => ({}),
): void {
  const { hooks, logger } = call.settings;
  if (!hooks && !logger) return;

  const details = getDetails();
  const { status, requestId } = details.error ?? details;
  const event: CallEvent = Object.freeze({
    operation: call.operationId,
    method: call.operation.method,
    url: withoutQueryValues(call.requestUrl),
    attempt,
    durationMs: durationMs(call),
    ...details,
    ...(status && { status }),
    ...(requestId && { requestId }),
  });
  swallowErrors(() => hooks?.[name]?.(event));
  swallowErrors(() => logger?.[LEVELS[name]]?.(`serviceform ${name}: ${describe(event)}`, event));
}

/** Describes an event in a sentence that needs no fields, since some loggers drop the arguments after the text. */
function describe({ operation, method, url, attempt, status, delayMs, requestId, error }: CallEvent): string {
  const parts = [error?.message ?? `${operation} ${method} ${url}`, `attempt ${attempt}`];
  if (status && !error) parts.push(`status ${status}`);
  if (requestId) parts.push(`request id ${requestId}`);
  if (delayMs !== undefined) parts.push(`retry in ${Math.round(delayMs)} ms`);
  return parts.join(", ");
}

/** Runs an observer, which must not affect the call that it observes. */
export async function swallowErrors(observe: () => unknown): Promise<void> {
  try {
    await observe();
  } catch {}
}
