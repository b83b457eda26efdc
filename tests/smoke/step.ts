import type { CallEvent, Hooks } from "@serviceform/client";
import { expectSame, Surprise } from "./surprise.ts";

/** One call, as a line of the tour. */
export interface Row {
  operation: string;
  method: string;
  path: string;
  status: number | undefined;
  durationMs: number;
  /** What came back, in a few words. */
  outcome: string;
}

/** Makes a call, holds it to the status, reports it with `tell`'s words for what came back, and answers just that. */
export type Step = <Answer>(
  status: number,
  call: () => Promise<Answer>,
  tell: (answer: Answer) => string,
) => Promise<Answer>;

export function createStep(report: (row: Row) => void): { hooks: Hooks; step: Step } {
  const events: CallEvent[] = [];
  const step: Step = async (status, call, tell) => {
    events.length = 0;
    const start = performance.now();
    const answer = await call();
    const durationMs = performance.now() - start;
    const [event] = events;
    if (event === undefined) throw new Surprise("a response", "none");
    const { operation, method, url } = event;
    expectSame(
      `the statuses of ${operation}`,
      events.map((each) => each.status),
      [status],
    );
    report({ operation, method, path: new URL(url).pathname, status, durationMs, outcome: tell(answer) });
    return answer;
  };
  return { hooks: { onResponse: (event) => events.push(event) }, step };
}
