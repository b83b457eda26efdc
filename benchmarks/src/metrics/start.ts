import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageFolder } from "../compile.ts";
import type { Metric } from "../metric.ts";
import { atMost, milliseconds, times } from "../result.ts";
import { interleave, median, ratio } from "../statistics.ts";

const BIN = join(packageFolder, "../packages/cli/bin/serviceform.js");
const EMPTY = { label: "node -e 0", args: ["-e", "0"] };
const COMMANDS = [
  { label: "--version", args: [BIN, "--version"], limit: 1.5 },
  { label: "leads list --sandbox --limit 1", args: [BIN, "leads", "list", "--sandbox", "--limit", "1"], limit: 3.5 },
  { label: "leads list --help", args: [BIN, "leads", "list", "--help"], limit: 3.5 },
];

/** What a command takes until it has ended, beside an empty Node.js process. */
export const start: Metric = async ({ quick }) => {
  const rounds = quick ? 5 : 50;
  const again = { ...EMPTY };
  const tasks = [EMPTY, again, ...COMMANDS];
  const samples = await interleave(tasks, rounds, ({ args }) => time(args));
  const empty = samples.get(EMPTY) ?? [];
  const rows = tasks.map((task) => ({ task, values: samples.get(task) ?? [] }));
  return {
    method: `${rounds} rounds of fresh processes in random order, until each has ended; medians, and the median of the ratios within each round. The second empty process shows the noise.`,
    tables: [
      {
        columns: ["command", "time", "× an empty process"],
        rows: rows.map(({ task, values }) => [task.label, milliseconds(median(values)), times(ratio(values, empty))]),
      },
    ],
    targets: COMMANDS.map((command) =>
      atMost(
        `serviceform ${command.label}, × an empty process`,
        ratio(samples.get(command) ?? [], empty),
        command.limit,
        times,
      ),
    ),
  };
};

async function time(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await promisify(execFile)(process.execPath, args);
  return performance.now() - startedAt;
}
