import type { StreamJob, StreamReports } from "./job.js";
import { syncChats } from "./sync-chats.js";
import { syncItems } from "./sync-items.js";
import { syncLeads } from "./sync-leads.js";

/** Brings one stream of one account up to date. Failures of the API or the target are in the report. */
export async function syncStream(job: StreamJob): Promise<StreamReports> {
  switch (job.stream) {
    case "leads":
      return { leads: await syncLeads(job) };
    case "chats":
      return { chats: await syncChats(job) };
    case "items":
      return syncItems(job);
    default:
      throw job.stream satisfies never;
  }
}
