import { counted } from "@serviceform/records";
import { pgBossEngine } from "../../worker/index.js";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";
import { databaseFlags, databaseOf, withFleet } from "./open-fleet.js";

export const deadCommand: Command = {
  usage: "list | redrive [NAME]",
  summary: "the jobs that are not retried any more; redrive queues those of an account, or all",
  flags: databaseFlags,
  maxArguments: 2,
  async run({ values, positionals: [verb = "", account] }, io) {
    if (verb !== "list" && verb !== "redrive") throw new UsageError(`unknown action "${verb}"; expected list, redrive`);
    const database = databaseOf(values, io);
    if (account !== undefined) await assertAccount(database, account);
    const engine = pgBossEngine(database);
    await engine.start();
    try {
      if (verb === "redrive") {
        const redriven = await engine.redrive(account);
        io.stdout.write(values.json ? `${JSON.stringify({ redriven })}\n` : `${counted(redriven, "jobs")} queued\n`);
        return EXIT.done;
      }
      const jobs = await engine.deadJobs();
      if (values.json) io.stdout.write(`${JSON.stringify(jobs)}\n`);
      else for (const job of jobs) io.stdout.write(`${job.account} ${job.stream}: ${job.reason}\n`);
      return EXIT.done;
    } finally {
      await engine.close();
    }
  },
};

async function assertAccount(database: string, account: string): Promise<void> {
  const found = await withFleet(database, ({ accounts }) => accounts.find(account));
  if (found === undefined) throw new UsageError(`unknown account "${account}"`);
}
