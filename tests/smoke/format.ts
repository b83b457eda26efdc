import { AssertionError } from "node:assert";
import type { Row } from "./step.ts";

/** Of operation, method, path, status and time. */
const WIDTHS = [17, 6, 47, 6, 8];
const TIME = 4;

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

function line(...cells: string[]): string {
  const padded = cells.map((cell, column) => {
    const width = WIDTHS[column] ?? 0;
    return column === TIME ? cell.padStart(width) : cell.padEnd(width);
  });
  return padded.join("  ");
}
