import type { Fault } from "./faults/fault.js";
import { DEFAULT_SCALE } from "./seed-data/create-store.js";

/** A moment: a date, or epoch milliseconds. */
export type Moment = Date | number;

export interface SandboxOptions {
  /** The key that requests have to carry. @default "sf_sandbox_key" */
  readonly apiKey?: string;
  /** Decides what the world looks like: the same seed gives the same answers, to the byte. @default 1 */
  readonly seed?: number;
  /** The number of leads. Chats and items grow along, from 120 and 48 up to 5 000. @default 60 */
  readonly scale?: number;
  /**
   * The clock: a moment at which it stands, or a function that is asked every time. The seeded world covers the 90 days
   * before it. Without it the world ends on 30 June 2025, so that it is the same every day, and what is written gets the
   * real time.
   */
  readonly now?: Moment | (() => Moment);
  /** Names new items. Without it they are numbered on: `item-49`. */
  readonly createId?: () => string;
  /** Faults to begin with; `faults.add` takes the same. */
  readonly faults?: readonly Fault[];
}

/** Options with their defaults, checked. */
export interface Settings {
  readonly apiKey: string;
  readonly seed: number;
  readonly scale: number;
  readonly now: () => Date;
  /** When the seeded world ends, in epoch milliseconds. */
  readonly end: number;
  readonly createId: (() => string) | undefined;
  readonly faults: readonly Fault[];
}

/** A word that stands in no path, so that redacting the key leaves paths and messages readable. */
export const DEFAULT_API_KEY = "sf_sandbox_key";

/** Where the seeded world ends when no clock is given. In the past, so that what is written is newer. */
const DEFAULT_END = Date.UTC(2025, 5, 30, 18);

/** The longest list that JavaScript has. */
export const MAX_SCALE = 4_294_967_295;

/** @throws {TypeError} naming the option that is wrong */
export function readOptions(options: SandboxOptions): Settings {
  const { apiKey = DEFAULT_API_KEY, seed = 1, scale = DEFAULT_SCALE, now, createId, faults = [], ...unknown } = options;
  const [name] = Object.keys(unknown);
  demand(name === undefined, `createSandbox has no option ${name}.`);
  demand(isApiKey(apiKey), "apiKey has to be ASCII text without spaces.");
  demand(Number.isSafeInteger(seed), "seed has to be an integer.");
  demand(Number.isInteger(scale) && scale >= 0 && scale <= MAX_SCALE, `scale has to be from 0 to ${MAX_SCALE}.`);
  demand(createId === undefined || typeof createId === "function", "createId has to be a function.");
  demand(Array.isArray(faults), "faults has to be a list.");
  const clock = createClock(now);
  const end = now === undefined ? DEFAULT_END : clock().getTime();
  return { apiKey, seed, scale, now: clock, end, createId, faults };
}

/** What a header can carry without being trimmed or refused. */
export function isApiKey(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}

function createClock(now: SandboxOptions["now"]): () => Date {
  if (now === undefined) return () => new Date();
  return () => {
    const moment = typeof now === "function" ? now() : now;
    const date = new Date(isMoment(moment) ? moment : Number.NaN);
    demand(!Number.isNaN(date.getTime()), "now has to be a date, epoch milliseconds, or a function that returns one.");
    return date;
  };
}

/** By its tag, since a date may come from another realm, where `instanceof` fails; `null` would be 1970. */
function isMoment(value: unknown): value is Moment {
  return typeof value === "number" || Object.prototype.toString.call(value) === "[object Date]";
}

function demand(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new TypeError(sentence);
}
