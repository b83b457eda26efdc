import { createCluster } from "@serviceform/tests-postgres/create-cluster";
import type { Metric } from "../metric.ts";
import { atLeast, atMost, megabytes, type Table, type Target, times, whole } from "../result.ts";
import { runChild } from "../run-child.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

const MIRRORS = ["sqlite", "postgres", "parquet"] as const;
const PEERS = ["sqlite insert", "postgres insert", "postgres copy"] as const;
const RUNS = ["first run", "unchanged", "1 % changed"];

const FIRST_TARGETS = { sqlite: 30_000, postgres: 20_000 };
const UNCHANGED_TARGET = 2;
const FLAT_LIMIT = 1.25;
/** With fewer, heaps and caches are still growing to their stable size. */
const FLAT_LEADS = 1_000_000;

interface Sample {
  /** Milliseconds of each run; a mirror has three. */
  readonly times: readonly number[];
  readonly peakBytes: number;
}

/** The samples of a way, round by round. */
type Samples = (way: string) => readonly Sample[];

/** A mirror of leads: rows a second of its runs, compared with plain inserts and COPY of the same rows, and its memory by size. */
export const mirror: Metric = async ({ quick }) => {
  const leads = Number(process.env.BENCH_LEADS ?? (quick ? 10_000 : 100_000));
  const rounds = Number(process.env.BENCH_ROUNDS ?? (quick ? 1 : 3));
  await using cluster = process.env.BENCH_POSTGRES_URL ? undefined : await createCluster();
  await using server = await startServer();
  const postgresUrl = process.env.BENCH_POSTGRES_URL ?? cluster?.url ?? "";
  const measure = (count: number) => (way: string) =>
    runChild<Sample>("mirror-leads", way, `${server.baseUrl}/${count}/distinct`, postgresUrl);
  const samples = await interleave<string, Sample>([...MIRRORS, ...PEERS], rounds, measure(leads));
  const fewer = await interleave<string, Sample>(MIRRORS, rounds, measure(leads / 10));
  return {
    method: `${whole(leads)} leads of about 1 kB over loopback, made while they are sent by a server in another process; a fresh process and an empty database for each of ${rounds} rounds, in random order; medians. A mirror reads the list three times: into an empty database, unchanged, and with one lead in a hundred changed. Beside it stand a plain insert of the same stream in batches of 1 000, which keeps neither hashes nor history, and \`\\copy\` of it by psql.`,
    tables: [tabulateRates(samples, leads), tabulatePeaks(fewer, samples, leads)],
    targets: [...rateTargets(samples, leads), ...peakTargets(fewer, samples, leads)],
  };
};

function tabulateRates(samples: Samples, leads: number): Table {
  const row = (label: string, way: string, run: number): string[] => {
    const base = way === "parquet" ? "sqlite insert" : `${way.split(" ")[0]} insert`;
    const ms = timesOf(samples, way, run);
    return [label, whole(rate(ms, leads)), times(ratio(ms, timesOf(samples, base, 0)))];
  };
  return {
    columns: ["way", "rows/s", "time × plain insert"],
    rows: [
      ...MIRRORS.flatMap((way) => RUNS.map((name, run) => row(`${way}, ${name}`, way, run))),
      ...PEERS.map((way) => row(way, way, 0)),
    ],
  };
}

function tabulatePeaks(fewer: Samples, samples: Samples, leads: number): Table {
  return {
    title: "Peak memory of the three runs by size",
    columns: ["target", `${whole(leads / 10)} leads`, `${whole(leads)} leads`],
    rows: MIRRORS.map((way) => [way, megabytes(peakOf(fewer, way)), megabytes(peakOf(samples, way))]),
  };
}

function rateTargets(samples: Samples, leads: number): Target[] {
  const databases = ["sqlite", "postgres"] as const;
  return [
    ...databases.map((way) =>
      atLeast(`${way}, first run, rows/s`, rate(timesOf(samples, way, 0), leads), FIRST_TARGETS[way], whole),
    ),
    ...databases.map((way) => {
      const factor = ratio(timesOf(samples, way, 0), timesOf(samples, way, 1));
      return atLeast(`${way}, unchanged, × as fast as a first run`, factor, UNCHANGED_TARGET, times);
    }),
  ];
}

function peakTargets(fewer: Samples, samples: Samples, leads: number): Target[] {
  if (leads < FLAT_LEADS) return [];
  return MIRRORS.map((way) => {
    const growth = peakOf(samples, way) / peakOf(fewer, way);
    return atMost(`${way}, peak at ${whole(leads)} leads, × at ${whole(leads / 10)}`, growth, FLAT_LIMIT, times);
  });
}

function timesOf(samples: Samples, way: string, run: number): number[] {
  return samples(way).map((sample) => sample.times[run] ?? Number.NaN);
}

function peakOf(samples: Samples, way: string): number {
  return median(samples(way).map(({ peakBytes }) => peakBytes));
}

function rate(ms: readonly number[], leads: number): number {
  return (leads / median(ms)) * 1000;
}
