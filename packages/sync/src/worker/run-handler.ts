import type { Job, JobHandler, JobOutcome } from "./engine.js";
import { messageOf } from "./message-of.js";

export interface HandlerResult {
  readonly outcome: JobOutcome;
  /** Message of what the handler threw. */
  readonly error?: string;
}

/** Runs a handler to its outcome; what it throws is a retry that counts. */
export async function runHandler(handler: JobHandler, job: Job, signal: AbortSignal): Promise<HandlerResult> {
  // A turn later, so that the caller knows the job before the handler begins.
  await Promise.resolve();
  try {
    return { outcome: await handler(job, signal) };
  } catch (error) {
    return { outcome: { kind: "retry" }, error: messageOf(error) };
  }
}
