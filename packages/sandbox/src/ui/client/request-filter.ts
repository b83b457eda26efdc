import type { RequestRow } from "./snapshot.js";

/** Which requests to show. */
export interface RequestFilter {
  /** A part of operation, method, path or fault. */
  readonly text: string;
  readonly outcome: RequestOutcome;
}

export type RequestOutcome = "all" | "2" | "3" | "4" | "5" | "none" | "fault";

export function matchesFilter(row: RequestRow, { text, outcome }: RequestFilter): boolean {
  const needle = text.trim().toLowerCase();
  const { operation, method, path, faults } = row;
  const words = `${operation ?? ""} ${method} ${path} ${faults.join(" ")}`.toLowerCase();
  return words.includes(needle) && hasOutcome(row, outcome);
}

function hasOutcome({ status, faults }: RequestRow, outcome: RequestOutcome): boolean {
  switch (outcome) {
    case "all":
      return true;
    case "none":
      return status === null;
    case "fault":
      return faults.length > 0;
    default:
      return String(status).startsWith(outcome);
  }
}
