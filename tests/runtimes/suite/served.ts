import type { SandboxOptions } from "@serviceform/sandbox";
import { KEY } from "./case.ts";

/** The sandbox that servers serve. */
export const SERVED: SandboxOptions = {
  apiKey: KEY,
  leadCount: 3_000,
  faults: [{ kind: "status", status: 503, retryAfterSeconds: 0, operation: "listSpaces" }],
};
