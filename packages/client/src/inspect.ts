import type { Call } from "./call.js";
import { quietly } from "./report.js";

/** Checks a value against the contract if the call asks for it. Returns what is wrong with it if it is refused. */
export function inspect({ operation, settings }: Call, part: "output" | "element", value: unknown): string | undefined {
  const { validate = "off", validators, logger = console } = settings;
  if (validate === "off" || !validators || operation === "request") return undefined;
  const findings = validators[operation][part].check(value);
  if (validate === "throw") return findings[0] && `a body that is not what the contract says: ${findings[0].message}`;
  for (const { message, ...finding } of findings) {
    quietly(() => logger.warn?.(`serviceform ${operation}: ${message}`, { operation, ...finding }));
  }
  return undefined;
}
