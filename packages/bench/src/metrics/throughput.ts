import { importPeer } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { type Calls, OURS, peers, RAW } from "../peer.ts";
import { atLeast, times, whole } from "../result.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

const LIMIT = 0.95;
const CONCURRENCY = 50;
const CONTROL = "raw fetch, again";

/** Calls per second over loopback, with many under way at once. */
export const throughput: Metric = async ({ quick }) => {
  await using server = await startServer();
  const [rounds, callsPerRound] = quick ? [3, 500] : [15, 3_000];
  const subjects = await Promise.all(
    [...peers, { name: RAW, label: CONTROL }].map(async ({ name, label }) => {
      const create = await importPeer(name, label);
      return { name, label, calls: create({ baseUrl: server.baseUrl, apiKey: "k" }) };
    }),
  );
  for (const { calls } of subjects) await run(calls, callsPerRound);
  const rates = await interleave(subjects, rounds, ({ calls }) => run(calls, callsPerRound));
  const base = subjects.find(({ label, name }) => name === RAW && label !== CONTROL);
  const baseRates = (base && rates.get(base)) ?? [];
  const rows = subjects
    .map((subject) => ({ ...subject, values: rates.get(subject) ?? [] }))
    .map(({ values, ...subject }) => ({ ...subject, rate: median(values), share: ratio(values, baseRates) }))
    .toSorted((left, right) => right.share - left.share);
  const ours = rows.find(({ name }) => name === OURS);
  return {
    method: `GET with path over loopback, the server in another process, ${CONCURRENCY} calls under way at once; ${rounds} rounds of ${callsPerRound} calls in random order; medians.`,
    tables: [
      {
        columns: ["peer", "calls per second", "× raw fetch"],
        rows: rows.map(({ label, rate, share }) => [label, whole(rate), times(share)]),
      },
    ],
    targets: [atLeast(`throughput at ${CONCURRENCY} concurrent, × raw fetch`, ours?.share ?? Number.NaN, LIMIT, times)],
  };
};

async function run(calls: Calls, count: number): Promise<number> {
  let left = count;
  const startedAt = performance.now();
  const work = async (): Promise<void> => {
    while (left-- > 0) await calls.getItem({ spaceId: "space-1", itemId: "item-1" });
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return (count / (performance.now() - startedAt)) * 1_000;
}
