import { type ChatRange, type ChatReader, createChatReader, keyOf, OVERLAP_SECONDS } from "./chat-pages.js";
import { type ChatState, parseChatState, planChats } from "./chat-state.js";
import { type Ending, finishRun } from "./finish-runs.js";
import { needsKnownKeys } from "./guards.js";
import type { StreamJob, StreamReport } from "./job.js";
import { StreamRun } from "./stream-run.js";

/** The number of chats that show whether the API key belongs to the account of the mirror. */
const PROBE_SIZE = 100;

/** Reads chats by ranges of time: all of them at first and every week, else the new ones since the last run. */
export async function syncChats(job: StreamJob): Promise<StreamReport> {
  const { target, account, messages, signal, client } = job;
  const streamState = await target.readState({ account, table: "chats" });
  // Somebody may have emptied the table, to load it again: the state says that it has all chats.
  const state = streamState.known === 0 ? undefined : parseChatState(streamState.state);
  const plan = planChats(state, { mode: job.mode, messages, now: Date.now() / 1000 });
  const run = await StreamRun.start(job, "chats", plan, streamState);
  const reader = createChatReader({ client, showMessages: messages, signal });
  const read =
    plan === "full" || !state ? readEverything(job, run, reader, state) : readChanges(job, run, reader, state);
  const ending = await read.catch((cause) => run.endingAfter(cause));
  return finishRun(target, run, ending);
}

/** Reads all chats, then those that moved meanwhile; a chat that is in neither list has been deleted. */
async function readEverything(
  job: StreamJob,
  run: StreamRun,
  reader: ChatReader,
  state: ChatState | undefined,
): Promise<Ending> {
  await assertOwnChats(run, reader, state);
  // In the first pass, each batch stores where to continue; a later pass that is interrupted starts again.
  const resumable = state === undefined;
  const progress = (backfilledDownTo: number): ChatState => ({
    backfilledDownTo,
    highWater: reader.startTime(),
    lastFull: null,
    messages: job.messages,
  });
  await readRange(run, reader, {}, resumable ? progress : undefined);
  await addAll(run, await reader.readAtOnce({ from: reader.startTime() - OVERLAP_SECONDS }));
  await run.flush();
  const highWater = reader.startTime();
  const done: ChatState = { backfilledDownTo: null, highWater, lastFull: highWater, messages: job.messages };
  return run.ending("done", await run.planDeletions(), done);
}

/** Reads the new chats since the last run, and the rest of an interrupted first pass. Deletions remain unknown. */
async function readChanges(job: StreamJob, run: StreamRun, reader: ChatReader, state: ChatState): Promise<Ending> {
  await assertOwnChats(run, reader, state);
  await readRange(run, reader, { from: state.highWater - OVERLAP_SECONDS });
  const { backfilledDownTo } = state;
  const highWater = reader.startTime();
  if (backfilledDownTo !== null) {
    await readRange(run, reader, { to: backfilledDownTo }, (downTo) => ({
      ...state,
      highWater,
      backfilledDownTo: downTo,
    }));
  }
  await run.flush();
  const lastFull = state.lastFull ?? state.highWater;
  return run.ending("done", "unknown", { backfilledDownTo: null, highWater, lastFull, messages: job.messages });
}

/**
 * Stores a range page by page, with the state after each page. If a page does not continue the previous one, one of the
 * two may be of another account: the mirror must know both, except in ranges that it reads for the first time.
 */
async function readRange(
  run: StreamRun,
  reader: ChatReader,
  range: ChatRange,
  toState?: (downTo: number) => ChatState,
): Promise<void> {
  let before: readonly unknown[] = [];
  for await (const { chats, nextTo, isContinued } of reader.readPages(range)) {
    if (!isContinued && !toState) for (const page of [before, chats]) await assertOwn(run, page);
    before = chats;
    await addAll(run, chats);
    if (toState && nextTo !== undefined) await run.flush(toState(nextTo));
  }
}

async function addAll(run: StreamRun, chats: readonly unknown[]): Promise<void> {
  for (const chat of chats) await run.add(chat);
}

/** The mirror does not know new chats, so older ones show whether the key is that of another account. */
async function assertOwnChats(run: StreamRun, reader: ChatReader, state: ChatState | undefined): Promise<void> {
  run.skipKeyCheck();
  if (!needsKnownKeys(run.state) || !state) return;
  await assertOwn(run, await reader.readNewest({ to: state.highWater - OVERLAP_SECONDS }, PROBE_SIZE));
}

async function assertOwn(run: StreamRun, chats: readonly unknown[]): Promise<void> {
  if (!needsKnownKeys(run.state)) return;
  await run.assertKnown(chats.map(keyOf).filter((key) => typeof key === "string"));
}
