import { counted } from "@serviceform/records";
import { type Job, pgBossEngine, planJobs } from "../../worker/index.js";
import type { Command } from "../command.js";
import { streamsOf } from "../create-sync-from-flags.js";
import { EXIT } from "../exit-code.js";
import { streamFlags } from "../flags.js";
import type { CommandIo } from "../io.js";
import { durationOf, type FlagValues } from "../parse-flags.js";
import { databaseFlags, databaseOf, withFleet } from "./open-fleet.js";

export const DEFAULT_EVERY_MS = 900_000;

export const planCommand: Command = {
  usage: "",
  summary: "queue one job for each account and stream that is due",
  flags: {
    ...databaseFlags,
    ...streamFlags,
    "dry-run": { type: "boolean", help: "print the jobs and queue none" },
    every: { type: "string", value: "time", help: "time between runs of a stream (default: 15m)" },
  },
  async run({ values }, io) {
    const database = databaseOf(values, io);
    const jobs = await plan(database, values);
    if (values["dry-run"]) return printJobs(jobs, values, io);

    const engine = pgBossEngine(database);
    await engine.start();
    try {
      const planned = await engine.enqueueMany(jobs);
      io.stdout.write(
        values.json ? `${JSON.stringify({ due: jobs.length, planned })}\n` : `${counted(planned, "jobs")} queued\n`,
      );
    } finally {
      await engine.close();
    }
    return EXIT.done;
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

function printJobs(jobs: readonly Job[], { json }: FlagValues, { stdout }: CommandIo): number {
  if (json) stdout.write(`${JSON.stringify(jobs)}\n`);
  else for (const { account, stream } of jobs) stdout.write(`${account} ${stream}\n`);
  return EXIT.done;
}
