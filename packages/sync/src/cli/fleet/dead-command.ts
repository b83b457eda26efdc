import { counted, printableText } from "@serviceform/records";
import type { Command } from "../command.js";
import { printResult } from "../print-result.js";
import { UsageError } from "../usage-error.js";
import { databaseFlags, databaseOf, withEngine, withFleet } from "./open-fleet.js";

export const deadCommand: Command = {
  usage: "list | redrive [NAME]",
  summary: "List the jobs that are not retried any more, or queue those of an account, or all, again",
  flags: databaseFlags,
  maxArguments: 2,
  async run({ values, positionals: [verb = "", account] }, io) {
    if (verb !== "list" && verb !== "redrive") throw new UsageError(`unknown action "${verb}"; expected list, redrive`);
    const database = databaseOf(values, io);
    if (account !== undefined) await assertAccount(database, account);
    return withEngine(database, async (engine) => {
      if (verb === "redrive") {
        const redriven = await engine.redrive(account);
        return printResult(io, values, { redriven }, `${counted(redriven, "jobs")} queued\n`);
      }
      const jobs = await engine.deadJobs();
      const lines = jobs.map((job) => `${printableText(`${job.account} ${job.stream}: ${job.reason}`)}\n`);
      return printResult(io, values, jobs, lines.join(""));
    });
  },
};

async function assertAccount(database: string, account: string): Promise<void> {
  const found = await withFleet(database, ({ accounts }) => accounts.find(account));
  if (found === undefined) throw new UsageError(`unknown account "${account}"`);
}
