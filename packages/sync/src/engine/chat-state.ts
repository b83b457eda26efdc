import { isRecord } from "@serviceform/records";
import type { RunMode } from "../target/target.js";

/** The state that a run of chats stores for the next; times are epoch seconds of the API's clock. */
export interface ChatState {
  /** Where to continue an interrupted first pass; null once it is complete. */
  readonly backfilledDownTo: number | null;
  /** When the last run started: all later chats must be read. */
  readonly highWater: number;
  /** When the last full pass started. */
  readonly lastFull: number | null;
  /** Whether chats are stored with their messages. */
  readonly messages: boolean;
}

/** Only a full pass sees deletions and changes without a message. */
const FULL_PASS_SECONDS = 7 * 86_400;

export function parseChatState(state: unknown): ChatState | undefined {
  // Only `syncChats` writes the state.
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
  // A full pass long after now is of a clock that was ahead.
  const isDue = state.backfilledDownTo === null && Math.abs(now - (state.lastFull ?? 0)) >= FULL_PASS_SECONDS;
  return isDue ? "full" : "window";
}
