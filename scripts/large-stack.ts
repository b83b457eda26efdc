import { isMainThread, Worker } from "node:worker_threads";

/** The stack of the main thread overflows at references that lead through some 700 schemas, this one not at 5 000. */
const LARGE_STACK = { stackSizeMb: 512 };

/** Whether a failure of this thread is a stack that overflowed, which a larger one may hold. */
export function needsLargeStack(error: unknown): boolean {
  return error instanceof RangeError && isMainThread;
}

/** Runs a script in a thread with a large stack; it prints the result, and its exit code is that of the process. */
export function runWithLargeStack(url: string): void {
  const worker = new Worker(new URL(url), { argv: process.argv.slice(2), resourceLimits: LARGE_STACK });
  worker.once("exit", (code) => {
    process.exitCode = code;
  });
}
