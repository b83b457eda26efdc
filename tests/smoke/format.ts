import { AssertionError } from "node:assert";
import type { Row } from "./step.ts";

const WIDTHS = { operation: 17, method: 6, path: 47, status: 6, time: 8 };

export function formatHead(): string {
  return line("operation", "method", "path", "status", "time", "what came back");
}

export function formatRow({ operation, method, path, status, durationMs, outcome }: Row): string {
  return line(operation, method, path, String(status), `${durationMs.toFixed(1)} ms`, outcome);
}

export function formatFailure(error: unknown): string {
  if (!(error instanceof AssertionError)) return `\nThe smoke test failed: ${error}\n`;
  const [expected, received] = [error.expected, error.actual].map((value) => JSON.stringify(value));
  // Node.js appends a diff.
  const [message] = error.message.split("\n");
  return `\nThe smoke test failed: ${message}\n  expected: ${expected}\n  received: ${received}\n`;
}

function line(operation: string, method: string, path: string, status: string, time: string, outcome: string): string {
  return [
    operation.padEnd(WIDTHS.operation),
    method.padEnd(WIDTHS.method),
    path.padEnd(WIDTHS.path),
    status.padEnd(WIDTHS.status),
    time.padStart(WIDTHS.time),
    outcome,
  ].join("  ");
}
