import { isRecord } from "@serviceform/records";
import type { RunMode } from "../target/target.js";

/** What a run of chats leaves to the next, in `state`; times are epoch seconds of the API's clock. */
export interface ChatState {
  /** Where a first pass that broke goes on; null once it is whole. */
  readonly backfilledDownTo: number | null;
  /** When the last run started: whatever is newer has to be read. */
  readonly highWater: number;
  /** When the last full pass started. */
  readonly lastFull: number | null;
  /** Whether chats are stored with their messages. */
  readonly messages: boolean;
}

/** Changes without a message, and deletions, are seen by a full pass only. */
const FULL_PASS_SECONDS = 7 * 86_400;

export function parseChatState(state: unknown): ChatState | undefined {
  // Written by `syncChats` alone.
  return isRecord(state) && typeof state.highWater === "number" ? (state as unknown as ChatState) : undefined;
}

export interface PlanOptions {
  readonly mode: "auto" | "full";
  readonly messages: boolean;
  /** Epoch seconds. */
  readonly now: number;
}

export function planChats(state: ChatState | undefined, { mode, messages, now }: PlanOptions): RunMode {
  if (mode === "full" || !state || state.messages !== messages) return "full";
  const isDue = state.backfilledDownTo === null && now - (state.lastFull ?? 0) >= FULL_PASS_SECONDS;
  return isDue ? "full" : "window";
}
