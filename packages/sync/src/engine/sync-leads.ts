import { finishRun } from "./finish-runs.js";
import type { StreamJob, StreamReport } from "./job.js";
import { StreamRun } from "./stream-run.js";

/**
 * Reads all leads: the API has neither a filter nor a list of deletions, so a lead that is missing from a complete list
 * is deleted.
 */
export async function syncLeads(job: StreamJob): Promise<StreamReport> {
  const { client, target, account, signal } = job;
  const state = await target.readState({ account, table: "leads" });
  const run = await StreamRun.start(job, "leads", "full", state);
  const ending = await readAll().catch((cause) => run.endingAfter(cause));
  return finishRun(target, run, ending);

  async function readAll() {
    // Records that violate the contract are stored unchanged.
    await run.addAll(client.stream.listLeads({}, { signal, validate: "off" }));
    await run.flush();
    return run.ending("done", await run.planDeletions());
  }
}
