import { type Ending, finishRun, finishRuns } from "./finish-runs.js";
import { RunRefused } from "./guards.js";
import type { StreamJob, StreamReports } from "./job.js";
import { StreamRun } from "./stream-run.js";

/** Reads the spaces, then the items of each. A deleted space is removed together with its items, in one transaction. */
export async function syncItems(job: StreamJob): Promise<StreamReports> {
  const { target, account } = job;
  const spacesState = await target.readState({ account, table: "spaces" });
  const itemsState = await target.readState({ account, table: "items" });
  const spaces = await StreamRun.start(job, "spaces", "full", spacesState);
  let spacesEnding: Ending;
  let spaceIds: string[];
  try {
    spaceIds = await readSpaces(job, spaces);
    spacesEnding = spaces.ending("done", await spaces.planDeletions());
  } catch (cause) {
    // Without the spaces, the items are unknown.
    return { spaces: await finishRun(target, spaces, await spaces.endingAfter(cause)) };
  }

  const items = await StreamRun.start(job, "items", "full", itemsState);
  const itemsEnding: Ending = await readItems(job, items, spaceIds, spacesEnding).catch((cause) =>
    items.endingAfter(cause),
  );
  const [spacesReport, itemsReport] = await finishRuns(target, [
    { run: spaces, ending: await withItems(job, spaces, spacesEnding, itemsEnding) },
    { run: items, ending: itemsEnding },
  ]);
  return { ...(spacesReport && { spaces: spacesReport }), ...(itemsReport && { items: itemsReport }) };
}

async function readSpaces({ client, signal }: StreamJob, run: StreamRun): Promise<string[]> {
  const ids = new Set<string>();
  for await (const space of client.stream.listSpaces({}, { signal, validate: "off" })) {
    await run.add(space);
    if (typeof space?.id === "string") ids.add(space.id);
  }
  await run.flush();
  return [...ids];
}

async function readItems(
  { client, signal }: StreamJob,
  run: StreamRun,
  spaceIds: readonly string[],
  spaces: Ending,
): Promise<Ending> {
  for (const spaceId of spaceIds) {
    await run.addAll(client.stream.listItems({ spaceId }, { signal, validate: "off" }));
  }
  await run.flush();
  // The items of a space that could not be stored were not read.
  return run.ending("done", spaces.deletions === "unknown" ? "unknown" : await run.planDeletions());
}

/** Deleted spaces are removed with their items: if the items cannot be deleted, neither are the spaces. */
async function withItems({ target }: StreamJob, run: StreamRun, ending: Ending, items: Ending): Promise<Ending> {
  if (items.status === "done" && items.deletions !== "unknown") return ending;
  const unseen = await target.countUnseen(run.key).catch(() => 0);
  if (unseen === 0 || items.status === "done") return { ...ending, deletions: "unknown" };
  const message = `${unseen} spaces are gone and wait for their items, whose run is ${items.status}`;
  const cause = items.status === "refused" ? new RunRefused(message) : new Error(message);
  return { ...run.ending(items.status, "unknown"), error: message, cause };
}
