import { finishRun } from "./finish-runs.js";
import type { StreamJob, StreamReport } from "./job.js";
import { StreamRun } from "./stream-run.js";

/** Reads all leads: the API has neither a filter nor deletions, so what is missing from a whole list is gone. */
export async function syncLeads(job: StreamJob): Promise<StreamReport> {
  const { client, target, account, signal } = job;
  const state = await target.readState({ account, table: "leads" });
  const run = await StreamRun.start(job, "leads", "full", state);
  const ending = await readAll().catch((cause) => run.endingAfter(cause));
  return finishRun(target, run, ending);

  async function readAll() {
    // What the contract does not allow is stored as it came.
    await run.addAll(client.stream.listLeads({}, { signal, validate: "off" }));
    await run.flush();
    return run.ending("done", await run.planDeletions());
  }
}
