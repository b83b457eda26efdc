import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Case, titleOf } from "../cases/case.ts";
import { advanceUntilSettled } from "./advance-until-settled.ts";
import { assertCase } from "./assert-case.ts";
import { inspectDeeply } from "./inspect-deeply.ts";
import { createLoopbackNetwork, type LoopbackNetwork } from "./loopback-network.ts";
import { nextTimer } from "./next-turn.ts";
import { type Progress, runCase } from "./run-case.ts";
import { useVirtualTime } from "./virtual-time.ts";

/** Cases without requests are the same on every network. */
export const travels = ({ on, requests = [] }: Case): boolean => on !== "memory" && requests.length > 0;

/** Runs cases over sockets in virtual time, so that calls do not time out on a busy machine. */
export function testOverSockets(topics: (readonly [topic: string, cases: readonly Case[]])[]): void {
  let network: LoopbackNetwork;
  beforeAll(async () => {
    network = await createLoopbackNetwork();
  });
  afterAll(() => network.close());
  useVirtualTime(0.5);

  describe.for(topics.filter(([, cases]) => cases.length > 0))("%s", ([, cases]) => {
    test.for(cases.map((testCase) => [titleOf(testCase), testCase] as const))("%s", async ([, testCase]) => {
      network.enqueue(testCase.responses ?? []);
      const progress: Progress = { events: [], elements: [] };
      const run = await settle(runCase(testCase, network, progress), () => isWaiting(testCase, network, progress));
      await assertCase(testCase, run, network, inspectDeeply);
      expect(await network.openBodies(), "left behind").toEqual([]);
    });
  });
}

/** Whether client and server both wait for a timer. */
function isWaiting({ expect }: Case, { begun, seen, held }: LoopbackNetwork, { events, elements }: Progress): boolean {
  if (begun !== seen.length) return false;
  if (held) return !("elements" in expect) || elements.length >= (expect.elements?.length ?? 0);
  return events.findLast(({ by }) => by.startsWith("on"))?.by === "onRetry";
}

/** After that many turns of the event loop, data within this process has arrived. */
const QUIET_TURNS = 3;
/** The same if it is unknown whether both sides wait. */
const SILENT_TURNS = 300;

/** Waits for a promise; timers advance only while client and server both wait for them. */
function settle<Value>(promise: Promise<Value>, isWaiting: () => boolean): Promise<Value> {
  let waited = 0;
  let silent = 0;
  const advance = async (): Promise<void> => {
    if (isWaiting()) waited += 1;
    silent += 1;
    if (waited < QUIET_TURNS && silent < SILENT_TURNS) return;
    waited = 0;
    silent = 0;
    await vi.advanceTimersToNextTimerAsync();
  };
  return advanceUntilSettled(promise, nextTimer, advance);
}
