import type { Job, JobHandler, JobOutcome } from "./engine.js";
import { messageOf } from "./message-of.js";

export interface HandlerResult {
  readonly outcome: JobOutcome;
  /** The message of the error that the handler threw. */
  readonly error?: string;
}

/** Runs a handler and returns its outcome; an error becomes a retry that counts. */
export async function runHandler(handler: JobHandler, job: Job, signal: AbortSignal): Promise<HandlerResult> {
  // A microtask later, so that the caller has registered the job before the handler begins.
  await Promise.resolve();
  try {
    return { outcome: await handler(job, signal) };
  } catch (error) {
    return { outcome: { kind: "retry" }, error: messageOf(error) };
  }
}
