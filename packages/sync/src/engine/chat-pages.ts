import type { ServiceformClient } from "@serviceform/client";
import { isRecord } from "@serviceform/records";
import { streams } from "../streams.js";
import { MAX_EPOCH_SECONDS } from "../target/dialect.js";

/** The number of chats in one request. */
const PAGE_SIZE = 500;

/** A smaller difference between the clocks of the API and of this machine is ignored. */
const MAX_CLOCK_SKEW_MS = 5000;

/** The overlap of two ranges: a chat may be stored a little after its last message, and move while others are read. */
export const OVERLAP_SECONDS: number = 15 * 60;

/** A range of chats by the time of their last message, in epoch seconds, both ends included. */
export interface ChatRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface ChatPage {
  readonly chats: readonly unknown[];
  /** The end of the range that is still to be read; undefined after the last page. */
  readonly nextTo: number | undefined;
  /** Whether the page begins with the last chats of the previous page; false if these have moved or been deleted. */
  readonly isContinued: boolean;
}

export interface ChatReader {
  /** Reads a range backwards, page by page. A chat can be on two adjacent pages. */
  readPages(range: ChatRange): AsyncGenerator<ChatPage, void, undefined>;
  /** Reads a range with one request, so that no chat can move during the read. */
  readAtOnce(range: ChatRange): Promise<readonly unknown[]>;
  /** Reads the newest chats of a range, at most `limit`. */
  readNewest(range: ChatRange, limit: number): Promise<readonly unknown[]>;
  /** When the API sent its first response, in epoch seconds of its clock. */
  startTime(): number;
}

export interface ChatQueryOptions {
  readonly client: ServiceformClient;
  readonly showMessages: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Reads chats with the filters that the API has: a range and a limit, which keeps the newest. */
export function createChatReader({ client, showMessages, signal }: ChatQueryOptions): ChatReader {
  // Kept from the first response, since the clock of this machine may be corrected during the run.
  let startMs: number | undefined;

  async function readNewest({ from, to }: ChatRange, limit: number): Promise<readonly unknown[]> {
    const query = { startTime: toIso(from), endTime: toIso(to), limit, showMessages };
    const result = await client.safe.listChats(query, { signal, validate: "off" });
    if (!result.ok) throw result.error;
    startMs ??= readTime(result.response.headers.get("date"));
    if (!Array.isArray(result.data)) throw new Error("API responded with chats that are not an array");
    return result.data;
  }

  async function* readPages({ from, to }: ChatRange): AsyncGenerator<ChatPage, void, undefined> {
    let limit = PAGE_SIZE;
    let last: readonly unknown[] = [];
    for (let end = to; ; ) {
      const chats = await readNewest({ from, to: end }, limit);
      const keys = new Set(chats.map(keyOf));
      const isContinued = last.length === 0 || last.some((chat) => keys.has(keyOf(chat)));
      if (chats.length < limit) return yield { chats, nextTo: undefined, isContinued };

      assertNewestKept(chats);
      const oldest = chats.reduce<number>((time, chat) => Math.min(time, timeOf(chat)), MAX_EPOCH_SECONDS);
      yield { chats, nextTo: oldest, isContinued };
      last = chats.filter((chat) => timeOf(chat) === oldest);
      // If a second has more chats than a page, the same range would return the same page again.
      limit = oldest === end ? limit * 2 : PAGE_SIZE;
      end = oldest;
    }
  }

  async function readAtOnce(range: ChatRange): Promise<readonly unknown[]> {
    for (let limit = PAGE_SIZE; ; limit *= 2) {
      const chats = await readNewest(range, limit);
      if (chats.length < limit) return chats;
    }
  }

  const startTime = (): number => Math.floor((startMs ?? Date.now()) / 1000);
  return { readPages, readAtOnce, readNewest, startTime };
}

/** The key of a chat; undefined if it has none. */
export function keyOf(chat: unknown): unknown {
  return isRecord(chat) ? chat[streams.chats.key] : undefined;
}

/** The time of a chat's last message, in epoch seconds; 0 without a message, as the API sorts it. */
function timeOf(chat: unknown): number {
  const time = isRecord(chat) && streams.chats.time ? Number(chat[streams.chats.time]) : 0;
  return Number.isFinite(time) ? Math.min(Math.max(time, 0), MAX_EPOCH_SECONDS) : 0;
}

/** Pages are read backwards, which would miss chats if the limit kept others than the newest. */
function assertNewestKept(chats: readonly unknown[]): void {
  const isAscending = timeOf(chats[0]) < timeOf(chats.at(-1));
  if (isAscending) throw new Error("API responded with the oldest chats first; a limit must keep the newest");
}

/** The time of a response, in epoch milliseconds of the API's clock. */
function readTime(date: string | null): number {
  const now = Date.now();
  const time = date === null ? now : Date.parse(date);
  return Math.abs(time - now) > MAX_CLOCK_SKEW_MS ? time : now;
}

function toIso(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
}
