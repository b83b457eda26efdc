import { describe, expect, test, vi } from "vitest";
import { allCases } from "./cases/all-cases.ts";
import { judge } from "./runner/judge.ts";
import { createMemoryNetwork } from "./runner/memory-network.ts";
import { runCase } from "./runner/run-case.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime(0.5);

const topics = allCases.map(([topic, cases]) => [topic, cases.filter(({ on }) => on !== "loopback")] as const);

describe.for(topics.filter(([, cases]) => cases.length > 0))("%s", ([, cases]) => {
  test.for(cases.map((one) => [one.title, one] as const))("%s", async ([, one]) => {
    const network = createMemoryNetwork();
    network.play(one.answers ?? []);
    const startedAt = Date.now();
    const run = await settle(runCase(one, network));
    const tookMs = Date.now() - startedAt;
    judge(one, run, network);
    if (one.takesMs !== undefined) expect(tookMs, "virtual time").toBe(one.takesMs);
    expect(await network.leftovers(), "left behind").toEqual([]);
    expect(vi.getTimerCount(), "timers left behind").toBe(0);
  });
});
