import type { Call } from "./call.js";
import type { CallEvent, Hooks } from "./events.js";
import type { Settings } from "./settings.js";

const LEVELS = { onRequest: "debug", onResponse: "debug", onRetry: "warn", onError: "error" } as const;

/** Tells the client's hook and logger of an event. Never throws. */
export function emit(
  { hooks, logger }: Settings,
  name: keyof Hooks,
  call: Call,
  details?: () => Pick<CallEvent, "status" | "delayMs" | "error">,
): void {
  const level = LEVELS[name];
  if (!hooks?.[name] && !logger?.[level]) return;
  const { operation, method, url, attempts, durationMs } = call;
  const event: CallEvent = Object.freeze({ operation, method, url, attempt: attempts, durationMs, ...details?.() });
  quietly(() => hooks?.[name]?.(event));
  quietly(() => logger?.[level]?.(`serviceform ${name.slice(2).toLowerCase()}: ${operation} ${method} ${url}`, event));
}

async function quietly(tell: () => unknown): Promise<void> {
  try {
    await tell();
  } catch {
    // An observer must not decide over the call that it observes.
  }
}
