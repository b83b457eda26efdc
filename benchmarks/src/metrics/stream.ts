import { compiledPeer } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { CONTROL, RAW, withControl } from "../peer.ts";
import { atMost, megabytes, milliseconds, times, whole } from "../result.ts";
import { runChild } from "../run-child.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

const LEADS = 100_000;
const STREAM = "@serviceform/client, stream";
const FIRST_LIMIT = 0.1;
const TOTAL_LIMIT = 1;
const MEMORY_LIMIT = 0.2;
/** Tolerance for the timing of garbage collection; the largest body is a hundred times the smallest. */
const FLAT_LIMIT = 1.5;

interface Sample {
  count: number;
  firstMs: number;
  totalMs: number;
  startBytes: number;
  peakBytes: number;
}

/** A large array: time, time to the first element, and memory. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a measurement and its tables, laid out in one go
export const stream: Metric = async ({ quick }) => {
  await using server = await startServer();
  const rounds = quick ? 1 : 7;
  const leads = quick ? LEADS / 10 : LEADS;
  const lists = withControl.map(({ name, label }) => ({ label, way: "list", name }));
  const tasks = [{ label: STREAM, way: "stream", name: "" }, ...lists];
  const samplesOf = await interleave(tasks, rounds, ({ way, name }) => read(way, name, server.baseUrl, leads));
  const raw = tasks.find(({ name, label }) => name === RAW && label !== CONTROL);
  const rows = tasks.map((task) => {
    const against = (pick: (sample: Sample) => number, base = pick): number =>
      ratio(samplesOf(task).map(pick), samplesOf(raw).map(base));
    const middle = (pick: (sample: Sample) => number): number => median(samplesOf(task).map(pick));
    return {
      label: task.label,
      total: against(totalMs),
      first: against(firstMs, totalMs),
      memory: against(peakBytes),
      cells: [
        milliseconds(middle(firstMs)),
        milliseconds(middle(totalMs)),
        times(against(totalMs)),
        megabytes(middle(peakBytes)),
        megabytes(middle((sample) => sample.peakBytes - sample.startBytes)),
        times(against(peakBytes)),
      ],
    };
  });
  const counts = quick ? [1_000, 10_000] : [10_000, 100_000, 1_000_000];
  const growth = await interleave(counts, quick ? 1 : 3, (count) => read("stream", "", server.baseUrl, count));
  const peaks = counts.map((count) => ({
    count,
    bytes: median(growth(count).map(peakBytes)),
    ms: median(growth(count).map(totalMs)),
  }));
  const flatness = (peaks.at(-1)?.bytes ?? Number.NaN) / (peaks[0]?.bytes ?? Number.NaN);
  const ours = rows.find(({ label }) => label === STREAM);
  return {
    method: `${whole(leads)} leads of about 1 kB over loopback, made while they are sent by a server in another process; a fresh process for each of ${rounds} rounds, in random order; medians. Peak memory is that of the whole process; beside it, how far it is above the process's start.`,
    tables: [
      {
        columns: ["peer", "first", "all", "× raw fetch", "peak", "above start", "peak × raw fetch"],
        rows: rows.toSorted((left, right) => left.total - right.total).map(({ label, cells }) => [label, ...cells]),
      },
      {
        title: "The stream by size",
        columns: ["leads", "all", "peak"],
        rows: peaks.map(({ count, ms, bytes }) => [whole(count), milliseconds(ms), megabytes(bytes)]),
      },
    ],
    targets: [
      atMost("first element, × all of raw fetch and json()", ours?.first ?? Number.NaN, FIRST_LIMIT, times),
      atMost("all elements, × raw fetch and json()", ours?.total ?? Number.NaN, TOTAL_LIMIT, times),
      atMost("peak memory, × raw fetch and json()", ours?.memory ?? Number.NaN, MEMORY_LIMIT, times),
      atMost(
        `peak memory at ${whole(peaks.at(-1)?.count ?? 0)} leads, × at ${whole(peaks[0]?.count ?? 0)}`,
        flatness,
        FLAT_LIMIT,
        times,
      ),
    ],
  };
};

const firstMs = (sample: Sample): number => sample.firstMs;
const totalMs = (sample: Sample): number => sample.totalMs;
const peakBytes = (sample: Sample): number => sample.peakBytes;

async function read(way: string, name: string, baseUrl: string, count: number): Promise<Sample> {
  const sample = await runChild<Sample>("read-leads", way, name && compiledPeer(name), `${baseUrl}/${count}`);
  if (sample.count !== count) throw new Error(`${way} ${name} read ${sample.count} of ${count} leads.`);
  return sample;
}
