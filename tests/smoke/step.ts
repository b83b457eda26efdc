import assert from "node:assert/strict";
import type { CallEvent, Hooks } from "@serviceform/client";

/** One call, as a line of the report. */
export interface Row {
  operation: string;
  method: string;
  path: string;
  status: number | undefined;
  durationMs: number;
  /** A short description of the output. */
  outcome: string;
}

/** Makes a call, asserts its status, reports it with the text of `describe`, and returns its output. */
export type Step = <Output>(
  status: number,
  call: () => Promise<Output>,
  describe: (output: Output) => string,
) => Promise<Output>;

export function createStep(report: (row: Row) => void): { hooks: Hooks; step: Step } {
  const events: CallEvent[] = [];
  const step: Step = async (status, call, describe) => {
    events.length = 0;
    const start = performance.now();
    const output = await call();
    const durationMs = performance.now() - start;
    const [event] = events;
    assert(event, "a call got no response");
    const { operation, method, url } = event;
    const statuses = events.map((each) => each.status);
    assert.deepEqual(statuses, [status], `the statuses of ${operation}`);
    report({ operation, method, path: new URL(url).pathname, status, durationMs, outcome: describe(output) });
    return output;
  };
  return { hooks: { onResponse: (event) => events.push(event) }, step };
}
