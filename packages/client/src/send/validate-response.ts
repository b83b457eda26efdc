import { usesSeveralSuccesses } from "@serviceform/types";
import type { Call } from "../request/call.js";
import { swallowErrors } from "./notify.js";

/**
 * Validates a value against the contract if the call has validation. Returns the message of an issue that must fail the
 * call.
 */
export function validateResponse(
  { operationId, settings }: Call,
  part: "output" | "element",
  value: unknown,
  status?: number,
): string | undefined {
  const { validate = "off", validators, logger = console } = settings;
  if (validate === "off" || !validators || operationId === "request") return undefined;

  const own = usesSeveralSuccesses ? validators[operationId].outputs?.[status ?? 0] : undefined;
  const issues = (usesSeveralSuccesses && own ? own : validators[operationId][part]).validate(value);
  if (validate === "throw") return issues[0]?.message;
  for (const { message, ...issue } of issues) {
    swallowErrors(() => logger.warn?.(`serviceform ${operationId}: ${message}`, { operation: operationId, ...issue }));
  }
  return undefined;
}
