import { importPeer } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { type Calls, OURS, RAW, withControl } from "../peer.ts";
import { atLeast, times, whole } from "../result.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

const LIMIT = 0.95;
const CONCURRENCY = 50;
const LIMITED = "raw fetch, with a time limit";
const LIMIT_MS = 30_000;

/** Calls per second over loopback, with many concurrent calls. */
export const throughput: Metric = async ({ quick }) => {
  await using server = await startServer();
  const [rounds, callsPerRound] = quick ? [3, 500] : [15, 3_000];
  const subjects = await Promise.all(
    [...withControl, { name: RAW, label: LIMITED }].map(async ({ name, label }) => {
      const create = await importPeer(name, label);
      const limited = label === LIMITED && { fetch: fetchWithLimit };
      return { name, label, calls: create({ baseUrl: server.baseUrl, apiKey: "k", ...limited }) };
    }),
  );
  for (const { calls } of subjects) await run(calls, callsPerRound);
  const ratesOf = await interleave(subjects, rounds, ({ calls }) => run(calls, callsPerRound));
  const [baseRates = []] = subjects.map(ratesOf);
  const rows = subjects
    .map((subject) => ({ ...subject, rate: median(ratesOf(subject)), share: ratio(ratesOf(subject), baseRates) }))
    .toSorted((left, right) => right.share - left.share);
  const ours = rows.find(({ name }) => name === OURS);
  return {
    method: `GET with path over loopback, the server in another process, ${CONCURRENCY} calls under way at once; ${rounds} rounds of ${callsPerRound} calls in random order; medians. "${LIMITED}" has a timer and a signal, for the headers only, and none of the rest of a client.`,
    tables: [
      {
        columns: ["peer", "calls per second", "× raw fetch"],
        rows: rows.map(({ label, rate, share }) => [label, whole(rate), times(share)]),
      },
    ],
    targets: [atLeast(`throughput at ${CONCURRENCY} concurrent, × raw fetch`, ours?.share ?? Number.NaN, LIMIT, times)],
  };
};

const fetchWithLimit: typeof fetch = async (input, init) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), LIMIT_MS);
  try {
    return await fetch(input, { ...init, signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
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
