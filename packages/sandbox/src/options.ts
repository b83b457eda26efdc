import { parseData } from "./contract/parse-data.js";
import type { Fault } from "./faults/fault.js";
import type { Store } from "./seed-data/create-store.js";
import { DEFAULT_SEED } from "./seed-data/record-id.js";

/** A moment: a date, epoch milliseconds, or a date and time in ISO 8601. */
export type Moment = Date | number | string;

/** The options of `createSandbox`. */
export interface SandboxOptions {
  /** The key that requests must carry. @default "sf_sandbox_key" */
  readonly apiKey?: string;
  /** Decides what the seed data looks like. With `now`, the same seed gives the same responses, to the byte. @default 1 */
  readonly seed?: number;
  /** The number of leads. They are generated while they are read, so a million need no memory. @default 60 */
  readonly leadCount?: number;
  /** The number of chats, which are generated while they are read too. @default `leadCount`, from 120 to 5 000 */
  readonly chatCount?: number;
  /** The number of items. @default `leadCount`, from 48 to 5 000 */
  readonly itemCount?: number;
  /** Whether the seed data has the irregularities of real data; it is valid either way. Use false for screenshots. @default true */
  readonly messy?: boolean;
  /**
   * The clock: a fixed moment, or a function that is called every time. The seed data covers the 90 days before it. A
   * text with a time and no offset is in the time zone of the machine. @default the real time
   */
  readonly now?: Moment | (() => Moment);
  /** Further accounts: the seed of each by its API key. Every account has a store and a clock of its own. */
  readonly accounts?: Readonly<Record<string, number>>;
  /** Lists that replace the seed data in the account of `apiKey`; a list that is left out is seeded. */
  readonly data?: Partial<Store>;
  /** Returns the ID of a new item. Without it, numbering continues: `item-61`. */
  readonly createId?: () => string;
  /** Faults to start with; `faults.add` takes the same. */
  readonly faults?: readonly Fault[];
}

/** Validated options with their defaults. */
export interface Settings extends Required<Omit<SandboxOptions, "now" | "accounts" | "createId">> {
  readonly now: () => Date;
  /** When the seed data ends, in epoch milliseconds. */
  readonly end: number;
  /** The seed of each account by its key, that of `apiKey` first. */
  readonly accounts: ReadonlyMap<string, number>;
  readonly createId: (() => string) | undefined;
}

/** A word that occurs in no path, so that redacting the key leaves paths and messages readable. */
export const DEFAULT_API_KEY = "sf_sandbox_key";

/** The number of leads by default. */
export const DEFAULT_LEAD_COUNT = 60;

/** The longest array of JavaScript. */
export const MAX_COUNT = 4_294_967_295;

/** The limits of the default numbers of chats and items. */
const DEFAULT_CHATS = { minimum: 120, maximum: 5_000 };
const DEFAULT_ITEMS = { minimum: 48, maximum: 5_000 };

/** @throws {TypeError} naming the option that is invalid */
export function parseOptions(options: SandboxOptions): Settings {
  assertObject(options);
  const {
    apiKey = DEFAULT_API_KEY,
    seed = DEFAULT_SEED,
    leadCount = DEFAULT_LEAD_COUNT,
    messy = true,
    ...rest
  } = options;
  assertCount("leadCount", leadCount);
  const { chatCount = clamp(leadCount, DEFAULT_CHATS), itemCount = clamp(leadCount, DEFAULT_ITEMS), ...more } = rest;
  assertCount("chatCount", chatCount);
  assertCount("itemCount", itemCount);
  const { now, accounts = {}, data = {}, createId, faults = [], ...unknown } = more;
  const [name] = Object.keys(unknown);
  assertOption(name === undefined, `unknown option ${JSON.stringify(name)}`);
  assertOption(isApiKey(apiKey), "apiKey must be ASCII text without spaces");
  assertOption(Number.isSafeInteger(seed), "seed must be an integer");
  assertOption(typeof messy === "boolean", "messy must be true or false");
  assertOption(createId === undefined || typeof createId === "function", "createId must be a function");
  assertOption(Array.isArray(faults), "faults must be a list");
  const clock = createClock(now);
  return {
    apiKey,
    seed,
    leadCount,
    chatCount,
    itemCount,
    messy,
    now: clock,
    end: clock().getTime(),
    accounts: parseAccounts(apiKey, seed, accounts),
    data: parseData(data),
    createId,
    faults,
  };
}

/** @throws {TypeError} for anything else, such as a number of leads: it would have no effect */
export function assertObject(options: unknown): void {
  assertOption(isObject(options), "options must be an object");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a header can carry a value without trimming or rejecting it. */
export function isApiKey(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
}

function parseAccounts(apiKey: string, seed: number, accounts: unknown): ReadonlyMap<string, number> {
  assertOption(isObject(accounts), "accounts must be an object of seeds by API key");
  const entries = Object.entries(accounts as Record<string, number>);
  assertOption(
    entries.every(([key]) => isApiKey(key)),
    "the keys of accounts must be ASCII text without spaces",
  );
  assertOption(
    entries.every(([, value]) => Number.isSafeInteger(value)),
    "the seeds of accounts must be integers",
  );
  assertOption(!Object.hasOwn(accounts as object, apiKey), "accounts must not contain the apiKey");
  return new Map([[apiKey, seed], ...entries]);
}

function createClock(now: SandboxOptions["now"]): () => Date {
  if (now === undefined) return () => new Date();
  return () => {
    const moment = typeof now === "function" ? now() : now;
    const date = new Date(isMoment(moment) ? moment : Number.NaN);
    const isDate = !Number.isNaN(date.getTime());
    assertOption(isDate, "now must be a date, epoch milliseconds, ISO 8601, or a function that returns one");
    return date;
  };
}

/**
 * Tested by its tag, since a date can come from another realm, for which `instanceof` fails; `null` would mean 1970.
 */
export function isMoment(value: unknown): value is Moment {
  const isDate = Object.prototype.toString.call(value) === "[object Date]";
  const isText = typeof value === "string" && startsWithDay(value) && !Number.isNaN(Date.parse(value));
  return isDate || isText || typeof value === "number";
}

/** Whether the calendar has the day: V8 reads 30 February as 2 March. */
function startsWithDay(text: string): boolean {
  const day = text.slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(day) && new Date(day).toJSON()?.startsWith(day) === true;
}

function assertCount(name: string, value: unknown): void {
  const isCount = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_COUNT;
  assertOption(isCount, `${name} must be an integer from 0 to ${MAX_COUNT}`);
}

function clamp(value: number, { minimum, maximum }: { minimum: number; maximum: number }): number {
  return Math.min(Math.max(value, minimum), maximum);
}

function assertOption(condition: boolean, message: string): asserts condition {
  if (!condition) throw new TypeError(message);
}
