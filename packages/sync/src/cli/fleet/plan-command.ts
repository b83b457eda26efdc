import { counted } from "@serviceform/records";
import { type Job, planJobs } from "../../worker/index.js";
import type { Command } from "../command.js";
import { streamsOf } from "../create-sync-from-flags.js";
import { streamFlags } from "../flags.js";
import { durationOf, type FlagValues } from "../parse-flags.js";
import { printResult } from "../print-result.js";
import { databaseFlags, databaseOf, withEngine, withFleet } from "./open-fleet.js";

export const DEFAULT_EVERY_MS = 900_000;

export const planCommand: Command = {
  usage: "",
  summary: "Queue one job for each account and stream that is due",
  flags: {
    ...databaseFlags,
    ...streamFlags,
    "dry-run": { help: "print the jobs and queue none" },
    every: { value: "time", help: "time between runs of a stream (default: 15m)" },
  },
  async run({ values }, io) {
    const database = databaseOf(values, io);
    const jobs = await plan(database, values);
    if (values["dry-run"]) {
      const lines = jobs.map(({ account, stream }) => `${account} ${stream}\n`);
      return printResult(io, values, jobs, lines.join(""));
    }
    const planned = await withEngine(database, (engine) => engine.enqueueMany(jobs));
    return printResult(io, values, { due: jobs.length, planned }, `${counted(planned, "jobs")} queued\n`);
  },
};

async function plan(database: string, values: FlagValues): Promise<readonly Job[]> {
  const streams = streamsOf(values);
  const everyMs = durationOf(values, "every") ?? DEFAULT_EVERY_MS;
  return withFleet(database, async ({ accounts, runs }) =>
    planJobs({
      accounts: await accounts.list(),
      streams,
      lastStarted: await runs.readLastStarted(streams),
      everyMs,
      now: Date.now(),
    }),
  );
}
