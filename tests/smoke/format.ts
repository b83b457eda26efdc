import type { Row } from "./step.ts";
import { Surprise } from "./surprise.ts";

const WIDTHS = { operation: 17, method: 6, path: 47, status: 6, time: 8 };

export function formatHead(): string {
  return line("operation", "method", "path", "status", "time", "what came back");
}

export function formatRow({ operation, method, path, status, durationMs, outcome }: Row): string {
  return line(operation, method, path, String(status), `${durationMs.toFixed(1)} ms`, outcome);
}

export function formatSurprise(error: unknown): string {
  if (error instanceof Surprise) return `\nA surprise.\n  expected: ${error.expected}\n  got:      ${error.got}\n`;
  return `\nA surprise.\n  expected: an answer\n  got:      ${error}\n`;
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
