import type { Call } from "./call.js";
import { quietly } from "./report.js";

/** Validates a value against the contract if the call wants it. If the call must fail, returns the first issue. */
export function inspect({ operation, settings }: Call, part: "output" | "element", value: unknown): string | undefined {
  const { validate = "off", validators, logger = console } = settings;
  if (validate === "off" || !validators || operation === "request") return undefined;
  const issues = validators[operation][part].validate(value);
  if (validate === "throw") return issues[0]?.message;
  for (const { message, ...issue } of issues) {
    quietly(() => logger.warn?.(`serviceform ${operation}: ${message}`, { operation, ...issue }));
  }
  return undefined;
}
