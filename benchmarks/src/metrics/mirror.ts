import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { compiledChild } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { atLeast, atMost, megabytes, times, whole } from "../result.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

/** More or fewer by the environment: a million takes minutes. */
const LEADS = Number(process.env.BENCH_LEADS ?? 100_000);
/** Of a database that the benchmark may fill: its schema `bench` is dropped. */
const POSTGRES_URL = process.env.BENCH_POSTGRES_URL;
const FIRST_TARGETS = { sqlite: 30_000, postgres: 20_000 };
const UNCHANGED_TARGET = 2;
const FLAT_LIMIT = 1.25;

interface Sample {
  /** Milliseconds of the first run and of the unchanged one. */
  readonly times: readonly number[];
  readonly peakBytes: number;
}

const databases = POSTGRES_URL ? (["sqlite", "postgres"] as const) : (["sqlite"] as const);

/** A mirror of leads: rows a second of a first and of an unchanged run, beside plain inserts of the same rows. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a measurement and its tables, laid out in one go
export const mirror: Metric = async ({ quick }) => {
  await using server = await startServer();
  const leads = quick ? Math.min(LEADS, 10_000) : LEADS;
  const rounds = quick ? 1 : 3;
  const ways = databases.flatMap((name) => [name, `${name} insert`, ...(name === "postgres" ? ["postgres copy"] : [])]);
  const samples = await interleave(ways, rounds, (way) => store(way, server.baseUrl, leads));
  const timesOf = (way: string, run = 0): number[] =>
    (samples.get(way) ?? []).map((sample) => sample.times[run] ?? Number.NaN);
  const rate = (ms: readonly number[]): number => (leads / median(ms)) * 1000;
  const rows = ways.flatMap((way) => {
    const base = `${way.split(" ")[0]} insert`;
    const peak = megabytes(median((samples.get(way) ?? []).map(({ peakBytes }) => peakBytes)));
    const row = (label: string, ms: readonly number[]): string[] => [
      label,
      whole(rate(ms)),
      times(ratio(ms, timesOf(base))),
      peak,
    ];
    if (way.includes(" ")) return [row(way, timesOf(way))];
    return [row(`${way}, first run`, timesOf(way)), row(`${way}, unchanged`, timesOf(way, 1))];
  });
  const sizes = [leads / 10, leads];
  const growth = await interleave(sizes, rounds, (count) => store("sqlite", server.baseUrl, count));
  const peaks = sizes.map((count) => median((growth.get(count) ?? []).map(({ peakBytes }) => peakBytes)));
  return {
    method: `${whole(leads)} leads of about 1 kB over loopback, made while they are sent by a server in another process; a fresh process and an empty database for each of ${rounds} rounds, in random order; medians. Beside a mirror stand a plain insert of the same stream in batches of 1 000 and, for PostgreSQL, \`\\copy\` of it by psql.${POSTGRES_URL ? "" : " PostgreSQL was not measured: BENCH_POSTGRES_URL was not set."}`,
    tables: [
      { columns: ["way", "rows/s", "time × plain insert", "peak"], rows },
      {
        title: "A first and an unchanged run by size",
        columns: ["leads", "peak"],
        rows: sizes.map((count, index) => [whole(count), megabytes(peaks[index] ?? Number.NaN)]),
      },
    ],
    targets: [
      ...databases.map((name) =>
        atLeast(`${name}, first run, rows/s`, rate(timesOf(name)), FIRST_TARGETS[name], whole),
      ),
      ...databases.map((name) =>
        atLeast(
          `${name}, unchanged, × as fast as a first run`,
          ratio(timesOf(name), timesOf(name, 1)),
          UNCHANGED_TARGET,
          times,
        ),
      ),
      atMost(
        `peak memory at ${whole(leads)} leads, × at ${whole(leads / 10)}`,
        (peaks[1] ?? Number.NaN) / (peaks[0] ?? Number.NaN),
        FLAT_LIMIT,
        times,
      ),
    ],
  };
};

async function store(way: string, baseUrl: string, leads: number): Promise<Sample> {
  const args = [compiledChild("mirror-leads"), way, `${baseUrl}/${leads}/distinct`, POSTGRES_URL ?? ""];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Sample;
}
