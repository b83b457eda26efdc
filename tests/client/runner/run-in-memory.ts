import { withGlobal } from "@sinonjs/fake-timers";
import { assert } from "chai";
import type { Case } from "../cases/case.ts";
import { advanceUntilSettled } from "./advance-until-settled.ts";
import { assertCase } from "./assert-case.ts";
import { createMemoryNetwork } from "./memory-network.ts";
import { nextTimer, nextTurn } from "./next-turn.ts";
import { countPendingReads, type PendingReads } from "./pending-reads.ts";
import { runCase } from "./run-case.ts";

const timers = withGlobal(globalThis);
type Clock = ReturnType<typeof timers.install>;

/**
 * Runs a case without sockets in virtual time, where `Math.random()` returns 0.5, and throws if an assertion fails.
 * Uses neither a test runner nor Node.js, so that each runtime can run it. `print` returns all that the runtime's
 * own functions print of a value.
 */
export async function runInMemory(testCase: Case, print: (value: unknown) => string): Promise<void> {
  const network = createMemoryNetwork();
  network.enqueue(testCase.responses ?? []);
  const reads = countPendingReads();
  const { random } = Math;
  Math.random = () => 0.5;
  const clock = timers.install({
    toFake: ["setTimeout", "clearTimeout", "Date", "performance"],
    now: Date.UTC(2025, 0, 1),
  });
  try {
    const startedAt = Date.now();
    const run = await settle(runCase(testCase, network), clock, reads);
    const tookMs = Date.now() - startedAt;
    await assertCase(testCase, run, network, print);
    if (testCase.takesMs !== undefined) assert.strictEqual(tookMs, testCase.takesMs, "virtual time");
    assert.deepEqual(await network.openBodies(), [], "open bodies");
    assert.strictEqual(clock.countTimers(), 0, "pending timers");
  } finally {
    clock.uninstall();
    Math.random = random;
    reads.stop();
  }
}

/** Waits for a promise in virtual time. */
function settle<Value>(promise: Promise<Value>, clock: Clock, reads: PendingReads): Promise<Value> {
  let idle = 0;
  const advance = async (): Promise<void> => {
    if (clock.countTimers() > 0) return void (await clock.nextAsync());
    if (idle++ === 100) throw new Error("never settles: no timer is left that could end it");
    // Workers read bodies only in such a turn.
    await nextTimer();
  };
  return advanceUntilSettled(promise, () => runPendingWork(reads), advance);
}

/** Pending reads run in real time, in which no virtual time passes. */
async function runPendingWork(reads: PendingReads): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await nextTurn();
    for (; reads.count() > 0; turn = 0) await nextTimer();
  }
}
