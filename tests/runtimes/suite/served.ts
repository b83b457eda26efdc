import type { SandboxOptions } from "@serviceform/sandbox";
import { KEY } from "./case.ts";
import { NOW } from "./now.ts";

/** The sandbox of the servers. */
export const SERVED: SandboxOptions = {
  apiKey: KEY,
  now: NOW,
  leadCount: 3_000,
  faults: [{ kind: "status", status: 503, retryAfterSeconds: 0, operation: "listSpaces" }],
};
