import type { ServiceformClient } from "@serviceform/client";
import { isRecord } from "@serviceform/records";
import { streams } from "../streams.js";

/** So many chats are requested at once. */
const PAGE_SIZE = 500;

/** Below so many seconds, the clocks of the API and of this machine count as the same. */
const MAX_CLOCK_SKEW_MS = 5000;

/** The end of the year 9999, the last that ISO 8601 has without a sign. */
const MAX_SECONDS = 253_402_300_799;

/** A range of chats by the time of their last message, in epoch seconds, both ends included. */
export interface ChatRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface ChatPage {
  readonly chats: readonly unknown[];
  /** The range still to be read ends here; undefined after the last page. */
  readonly nextTo: number | undefined;
  /** Whether the page begins where the one before ended, whose last chats it repeats; false where these moved or are gone. */
  readonly isContinued: boolean;
}

export interface ChatReader {
  /** Reads a range backwards, a page at a time. Between two pages, chats may come twice. */
  readPages(range: ChatRange): AsyncGenerator<ChatPage, void, undefined>;
  /** Reads a range by one response, so that no chat can move while it is read. */
  readAtOnce(range: ChatRange): Promise<readonly unknown[]>;
  /** Reads the newest chats of a range, so many at most. */
  readNewest(range: ChatRange, limit: number): Promise<readonly unknown[]>;
  /** The time of the API, in epoch seconds, for a moment of this machine's clock. */
  toApiTime(localMs: number): number;
}

export interface ChatQueryOptions {
  readonly client: ServiceformClient;
  readonly showMessages: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Reads chats by the limits that the API has: a range and a number, of which it returns the newest. */
export function createChatReader({ client, showMessages, signal }: ChatQueryOptions): ChatReader {
  let skewMs = 0;

  async function readNewest({ from, to }: ChatRange, limit: number): Promise<readonly unknown[]> {
    const query = { startTime: toIso(from), endTime: toIso(to), limit, showMessages };
    const result = await client.safe.listChats(query, { signal, validate: "off" });
    if (!result.ok) throw result.error;
    skewMs = readSkew(result.response.headers.get("date"));
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
      const oldest = chats.reduce<number>((time, chat) => Math.min(time, timeOf(chat)), MAX_SECONDS);
      yield { chats, nextTo: oldest, isContinued };
      last = chats.filter((chat) => timeOf(chat) === oldest);
      // A second with more chats than a page: the same range again would be the same page.
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

  const toApiTime = (localMs: number): number => Math.floor((localMs + skewMs) / 1000);
  return { readPages, readAtOnce, readNewest, toApiTime };
}

/** The key of a chat; undefined where it has none. */
export function keyOf(chat: unknown): unknown {
  return isRecord(chat) ? chat[streams.chats.key] : undefined;
}

/** The time of a chat's last message, in epoch seconds; 0 where it has none, as the API sorts it. */
function timeOf(chat: unknown): number {
  const time = isRecord(chat) && streams.chats.time ? Number(chat[streams.chats.time]) : 0;
  return Number.isFinite(time) ? Math.min(Math.max(time, 0), MAX_SECONDS) : 0;
}

/** Pages are read backwards, which loses chats where the limit keeps others than the newest. */
function assertNewestKept(chats: readonly unknown[]): void {
  const isAscending = timeOf(chats[0]) < timeOf(chats.at(-1));
  if (isAscending) throw new Error("API responded with the oldest chats first; a limit must keep the newest");
}

function readSkew(date: string | null): number {
  const skewMs = date === null ? 0 : Date.parse(date) - Date.now();
  return Math.abs(skewMs) > MAX_CLOCK_SKEW_MS ? skewMs : 0;
}

function toIso(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
}
