import type { RequestRow } from "./snapshot.js";

/** Which requests to show. */
export interface RequestFilter {
  /** A part of operation, method, path or fault. */
  readonly text: string;
  /** `all`, the first digit of the status, `none` without a response, or `fault` if it was hit by one. */
  readonly outcome: string;
}

export function matchesFilter(row: RequestRow, { text, outcome }: RequestFilter): boolean {
  const { operation, method, path, status, faults } = row;
  const words = `${operation ?? ""} ${method} ${path} ${faults.join(" ")}`.toLowerCase();
  const ending = status === null ? "none" : String(status).charAt(0);
  const outcomes = ["all", ending, ...(faults.length > 0 ? ["fault"] : [])];
  return words.includes(text.trim().toLowerCase()) && outcomes.includes(outcome);
}
