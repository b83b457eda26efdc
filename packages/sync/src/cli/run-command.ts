import { counted, printableLines } from "@serviceform/records";
import type { RunReport, Sync } from "../create-sync.js";
import type { RunOptions } from "../options.js";
import type { Command } from "./command.js";
import { createSyncFromFlags } from "./create-sync-from-flags.js";
import { exitCodeOf } from "./exit-code.js";
import { connectionFlags, redactionFlags, streamFlags, targetFlags } from "./flags.js";
import { Interrupted } from "./interrupted.js";
import type { CommandIo } from "./io.js";
import { type FlagValues, intervalOf } from "./parse-flags.js";
import { printResult } from "./print-result.js";
import { createProgress } from "./progress.js";
import { reportError } from "./report-error.js";
import { waitFor } from "./wait-for.js";

export const runCommand: Command = {
  usage: "--to TARGET",
  summary: "Bring the mirror up to date",
  flags: {
    ...targetFlags,
    ...streamFlags,
    messages: { help: "store chats with their messages" },
    full: { help: "read everything, even if a part is enough" },
    every: { value: "time", help: "repeat until interrupted, such as every 15m" },
    "allow-mass-delete": { help: "allow deletions that the guards would stop, this time" },
    "max-delete": { value: "share", help: "the share that a run may mark deleted (default: 20%)" },
    "erase-after": { value: "time", help: "erase the values of records deleted this long ago" },
    ...redactionFlags,
    ...connectionFlags,
  },
  async run({ values }, io, signal) {
    const everyMs = intervalOf(values, "every");
    const sync = await createSyncFromFlags(values, io);
    try {
      if (everyMs === undefined) return await runOnce(sync, values, io, signal);
      for (;;) {
        // If a lock was taken or a database unavailable, the next run may succeed.
        await runOnce(sync, values, io, signal).catch((error) => {
          signal.throwIfAborted();
          reportError(error, io, { json: values.json === true, signal });
        });
        await waitFor(everyMs, signal);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      const way = "the batches so far are committed, and the same command continues";
      throw new Interrupted(`interrupted; ${way}`, { cause: error });
    } finally {
      await sync.close();
    }
  },
};

async function runOnce(sync: Sync, values: FlagValues, io: CommandIo, signal: AbortSignal): Promise<number> {
  const options: RunOptions = {
    mode: values.full ? "full" : "auto",
    allowMassDelete: values["allow-mass-delete"] === true,
    signal,
    onEvent: values.quiet ? undefined : createProgress(values, io),
  };
  const report = await sync.run(options);
  printResult(io, values, report, renderReport(report));
  for (const [stream, { error, rejected }] of Object.entries(report.streams)) {
    if (error) io.stderr.write(`error: ${stream}: ${printableLines(error.message)}\n`);
    if (rejected > 0)
      io.stderr.write(`warning: ${stream}: ${counted(rejected, "records")} rejected; _rejected has the reasons\n`);
  }
  return exitCodeOf(report);
}

function renderReport({ streams }: RunReport): string {
  return Object.entries(streams)
    .map(([stream, { status, seen, inserted, updated, deleted, restored }]) => {
      const counts = Object.entries({ inserted, updated, deleted, restored }).map(
        ([name, count]) => `${count} ${name}`,
      );
      return `${stream}: ${status}, ${seen} seen, ${counts.join(", ")}\n`;
    })
    .join("");
}
