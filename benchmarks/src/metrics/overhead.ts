import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { importPeer } from "../compile.ts";
import { ITEM } from "../item.ts";
import type { Metric } from "../metric.ts";
import { type Calls, CONTROL, OPENAPI_FETCH, OURS, RAW, withControl } from "../peer.ts";
import { atMost, microseconds, times } from "../result.ts";
import { interleave, median, ratio } from "../statistics.ts";

const LIMIT = 1;

const cases: Readonly<Record<string, (calls: Calls) => Promise<unknown>>> = {
  "GET path": (calls) => calls.getItem({ spaceId: "space-1", itemId: "item-1" }),
  "GET query": (calls) =>
    calls.getChatStatistics({ startTime: "2024-08-01", endTime: "2024-08-31", metrics: ["totalChats", "missedChats"] }),
  POST: (calls) => calls.createItem({ spaceId: "space-1", primary_field: "Acme" }),
};

/** The overhead of a client per call, without the network. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a measurement and its tables, laid out in one go
export const overhead: Metric = async ({ quick }) => {
  const [rounds, callsPerRound, warmUp] = quick ? [5, 200, 1_000] : [30, 1_500, 5_000];
  const subjects = await Promise.all(
    withControl.map(async ({ name, label }) => {
      const create = await importPeer(name, label);
      return { name, label, calls: create({ baseUrl: "https://api.example.com", apiKey: "k", fetch: respond }) };
    }),
  );
  const tasks = subjects.flatMap(({ calls, ...subject }) =>
    Object.entries(cases).map(([name, call]) => ({ ...subject, case: name, run: () => call(calls) })),
  );
  for (const { run } of tasks) await repeat(run, warmUp);
  const collect = exposeCollector();
  const spentOn = await interleave(tasks, rounds, async ({ run }) => {
    collect();
    return (await repeat(run, callsPerRound)) / callsPerRound;
  });
  const valuesOf = (label: string, name: string): number[] =>
    tasks.filter((task) => task.label === label && task.case === name).flatMap(spentOn);
  const labelOf = (name: string): string => subjects.find((subject) => subject.name === name)?.label ?? "";
  const against = (label: string, base: string): number[] =>
    Object.keys(cases).map((name) => ratio(valuesOf(label, name), valuesOf(labelOf(base), name)));
  const sorted = subjects.toSorted((left, right) => sum(against(left.label, RAW)) - sum(against(right.label, RAW)));
  return {
    method: `An in-memory fetch that returns a real Response; ${rounds} rounds of ${callsPerRound} calls one after the other, in random order; medians of the thread's CPU time. "${CONTROL}" is a second copy of the first: what it differs by is noise.`,
    tables: [
      {
        title: "Microseconds per call",
        columns: ["peer", ...Object.keys(cases)],
        rows: sorted.map(({ label }) => [
          label,
          ...Object.keys(cases).map((name) => microseconds(median(valuesOf(label, name)))),
        ]),
      },
      ...[RAW, OPENAPI_FETCH].map((base) => ({
        title: `× ${labelOf(base)}`,
        columns: ["peer", ...Object.keys(cases)],
        rows: sorted.map(({ label }) => [label, ...against(label, base).map(times)]),
      })),
    ],
    targets: Object.keys(cases).map((name, index) =>
      atMost(`${name}, × openapi-fetch`, against(labelOf(OURS), OPENAPI_FETCH)[index] ?? Number.NaN, LIMIT, times),
    ),
    picture: {
      title: "Time per call, × raw fetch",
      series: Object.keys(cases),
      bars: sorted
        .filter(({ label }) => label !== CONTROL)
        .map(({ name, label }) => ({ label, values: against(label, RAW), ours: name === OURS })),
      unit: "×",
      decimals: 2,
    },
  };
};

async function respond(): Promise<Response> {
  return new Response(ITEM, { headers: { "content-type": "application/json" } });
}

/** CPU microseconds of this thread for that many sequential calls, without other processes. */
async function repeat(run: () => Promise<unknown>, count: number): Promise<number> {
  const before = process.threadCpuUsage();
  for (let index = 0; index < count; index++) await run();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/**
 * Collects garbage between measurements, so that no peer pays for another. Only young objects: a full collection also
 * discards optimized code, and short rounds would measure its recompilation.
 */
function exposeCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as (options: { type: "minor" }) => void;
  return () => collect({ type: "minor" });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
