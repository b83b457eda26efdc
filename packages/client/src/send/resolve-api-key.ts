import { InvalidInput } from "../errors/invalid-input.js";
import { parseApiKey } from "../options/api-key.js";
import { isControlFlow } from "./connection-failure.js";
import { copyCause } from "./copy-cause.js";
import type { Deadline } from "./deadline.js";
import type { Abort, InvalidKey } from "./outcome.js";
import { createRedact } from "./redact.js";

/** Calls the function that returns the API key. Rejects if there is none, or when the deadline interrupts. */
export async function resolveApiKey(getKey: () => unknown, deadline: Deadline): Promise<string> {
  return parseApiKey(await deadline.race(callFunction(getKey, "apiKey", "key")));
}

/** The outcome of an attempt that has no key. */
export function toKeyFailure(cause: unknown): Abort | InvalidKey {
  return cause instanceof InvalidInput ? { kind: "invalid-key", error: cause } : { kind: "aborted", reason: cause };
}

/**
 * Calls the function of an option. Rejects with `InvalidInput`, or with the control flow of a framework: the function
 * may read a cookie of its request.
 */
export async function callFunction(getValue: () => unknown, option: string, noun: string): Promise<unknown> {
  try {
    return await getValue();
  } catch (error) {
    if (isControlFlow(error)) throw error;
    const cause = copyCause(error, createRedact("", ""));
    const message = `${option} must return the ${noun}; the function failed`;
    throw new InvalidInput("api_key_function_failed", option, message, { cause });
  }
}
