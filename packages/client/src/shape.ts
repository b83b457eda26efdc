import type { Operation } from "@serviceform/types";

/** What sending has to know of an operation, or of a request that the contract does not have. */
export interface Shape {
  readonly method: string;
  readonly idempotent: boolean;
  readonly writes: boolean;
  readonly responseBody: Operation["responseBody"] | "anything";
}
