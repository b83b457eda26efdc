import { describe, expect, test, vi } from "vitest";
import { type Case, titleOf } from "../cases/case.ts";
import { assertCase } from "./assert-case.ts";
import { createMemoryNetwork } from "./memory-network.ts";
import { runCase } from "./run-case.ts";
import { settle, useVirtualTime } from "./virtual-time.ts";

/** Runs cases without sockets in virtual time. */
export function testInMemory(allTopics: readonly (readonly [topic: string, cases: readonly Case[]])[]): void {
  useVirtualTime(0.5);
  const topics = allTopics.map(([topic, cases]) => [topic, cases.filter(({ on }) => on !== "loopback")] as const);

  describe.for(topics.filter(([, cases]) => cases.length > 0))("%s", ([, cases]) => {
    test.for(cases.map((testCase) => [titleOf(testCase), testCase] as const))("%s", async ([, testCase]) => {
      const network = createMemoryNetwork();
      network.enqueue(testCase.responses ?? []);
      const startedAt = Date.now();
      const run = await settle(runCase(testCase, network));
      const tookMs = Date.now() - startedAt;
      assertCase(testCase, run, network);
      if (testCase.takesMs !== undefined) expect(tookMs, "virtual time").toBe(testCase.takesMs);
      expect(await network.openBodies(), "open bodies").toEqual([]);
      expect(vi.getTimerCount(), "pending timers").toBe(0);
    });
  });
}
