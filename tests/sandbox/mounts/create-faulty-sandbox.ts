import { createSandbox, type Sandbox } from "@serviceform/sandbox";

/** Enough leads for a response that is generated while it is read. */
const LEADS = 1_000;

/** A sandbox with two faults that `callMount` retries: an error status and a cut body. */
export function createFaultySandbox(): Sandbox {
  return createSandbox({
    leadCount: LEADS,
    now: Date.UTC(2026, 0, 1),
    faults: [
      { kind: "status", status: 503, retryAfterSeconds: 0, operation: "listSpaces" },
      { kind: "cut", operation: "listItems" },
    ],
  });
}
