import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metric } from "../metric.ts";
import { atMost, megabytes, times, whole } from "../result.ts";
import { runChild } from "../run-child.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

/** `EXPORT_LEADS` and `EXPORT_ROUNDS` make a run smaller or larger. */
const LEADS = Number(process.env.EXPORT_LEADS ?? 1_000_000);
const ROUNDS = Number(process.env.EXPORT_ROUNDS ?? 3);
/** Tolerance for the timing of garbage collection; the larger list is ten times the smaller. */
const FLAT_LIMIT = 1.5;

interface Task {
  readonly label: string;
  readonly way: string;
  readonly format: string;
  readonly leads: number;
}

interface Sample {
  readonly ms: number;
  readonly fileBytes: number;
  readonly peakBytes: number;
}

const FORMATS = ["ndjson", "csv", "xlsx", "parquet"] as const;
const PEERS = [
  { label: "csv-stringify", way: "csv-stringify", format: "csv" },
  { label: "exceljs, streaming", way: "exceljs", format: "xlsx" },
  { label: "DuckDB, from a JSON file", way: "duckdb", format: "parquet" },
];

/** Exports of a list in each format: rows a second, and whether memory is constant. */
export const exports: Metric = async ({ quick }) => {
  await using server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), "exports-"));
  const leads = quick ? 10_000 : LEADS;
  const rounds = quick ? 1 : ROUNDS;
  const own = (count: number) =>
    FORMATS.map((format) => ({ label: `serviceform leads export, ${format}`, way: "cli", format, leads: count }));
  const large = [...own(leads), ...PEERS.map((peer) => ({ ...peer, leads }))];
  const small = own(leads / 10);
  const of = await interleave<Task, Sample>([...large, ...small], rounds, (task) =>
    write(task, server.baseUrl, folder),
  );
  await rm(folder, { recursive: true });

  const middle = (task: Task, pick: (sample: Sample) => number): number => median(of(task).map(pick));
  const speedBeside = (way: string): number => {
    const peer = large.find((task) => task.way === way);
    const ours = large.find(({ way: own, format }) => own === "cli" && format === peer?.format);
    return ratio(of(ours).map(ms), of(peer).map(ms));
  };
  return {
    method: `${whole(leads)} leads of about 1 kB over loopback, made while they are sent by a server in another process; a fresh process for each of ${rounds} rounds, in random order; medians. Peak memory is that of the whole process.`,
    tables: [
      {
        columns: ["way", "leads/s", "peak", `peak at ${whole(leads / 10)}`, "file"],
        rows: large.map((task) => {
          const smaller = small.find(({ format }) => task.way === "cli" && format === task.format);
          return [
            task.label,
            whole((leads / middle(task, ms)) * 1_000),
            megabytes(middle(task, peakBytes)),
            smaller ? megabytes(middle(smaller, peakBytes)) : "",
            megabytes(middle(task, fileBytes)),
          ];
        }),
      },
    ],
    targets: [
      ...FORMATS.map((format, index) => {
        const flatness = ratio(of(large[index]).map(peakBytes), of(small[index]).map(peakBytes));
        return atMost(`peak memory of ${format}, × at a tenth of the leads`, flatness, FLAT_LIMIT, times);
      }),
      atMost("csv, time × csv-stringify", speedBeside("csv-stringify"), 1, times),
      atMost("xlsx, time × exceljs", speedBeside("exceljs"), 1, times),
    ],
  };
};

const ms = (sample: Sample): number => sample.ms;
const peakBytes = (sample: Sample): number => sample.peakBytes;
const fileBytes = (sample: Sample): number => sample.fileBytes;

async function write({ way, format, leads }: Task, baseUrl: string, folder: string): Promise<Sample> {
  const file = join(folder, `leads.${format}`);
  const sample = await runChild<Sample>("export-leads", way, `${baseUrl}/${leads}`, file);
  for (const path of [file, `${file}.json`]) await rm(path, { force: true });
  return sample;
}
