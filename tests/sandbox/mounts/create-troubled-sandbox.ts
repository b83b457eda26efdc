import { createSandbox, type Sandbox } from "@serviceform/sandbox";

/** Enough leads for an answer that is made while it is read. */
const LEADS = 1_000;

/** A sandbox that goes wrong on the way, as `visit` expects: once with a status, once in the middle of a body. */
export function createTroubledSandbox(): Sandbox {
  return createSandbox({
    leadCount: LEADS,
    now: Date.UTC(2026, 0, 1),
    faults: [
      { kind: "status", status: 503, retryAfterSeconds: 0, operation: "listSpaces" },
      { kind: "cut", operation: "listItems" },
    ],
  });
}
