import { ConfigurationError, type ServiceformClient } from "@serviceform/client";
import type { Guards, StreamJob, SyncEvent } from "./engine/job.js";
import type { Redact } from "./record/redact-personal.js";
import { STREAM_NAMES, type StreamName, TABLE_NAMES, type TableName } from "./streams.js";
import type { Person, Target } from "./target/target.js";

/** The options of `createSync`. */
export interface SyncOptions {
  readonly client: ServiceformClient;
  /** Where records are stored, such as `sqliteTarget("leads.db")`. */
  readonly target: Target;
  /** The name under which records are stored: several accounts share a target. @default "default" */
  readonly account?: string | undefined;
  /** The lists to mirror; `items` includes the spaces. @default all three */
  readonly streams?: readonly StreamName[] | undefined;
  /** Whether chats are stored with their messages. @default false */
  readonly messages?: boolean | undefined;
  readonly guards?: Partial<Guards> | undefined;
  /** Days after which deleted records lose their values and history; 0 is the end of the next run. @default never */
  readonly eraseAfterDays?: number | undefined;
  /**
   * Returns what to store in place of a personal value, which it gets in lower case: an HMAC, so that equal values stay
   * equal. Fields that the contract does not know count as personal. Use the same function in every run: another one
   * changes every record.
   *
   * @default personal values are stored
   */
  readonly redact?: Redact | undefined;
}

/** The options of one run. */
export interface RunOptions {
  /** `full` reads everything, `auto` only records that may have changed, if the API allows that. @default "auto" */
  readonly mode?: "auto" | "full" | undefined;
  /** Allows this run deletions that the guards would stop. @default false */
  readonly allowMassDelete?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: SyncEvent) => void) | undefined;
}

/** Options with their defaults. */
export interface Settings extends Omit<StreamJob, keyof RunOptions | "stream"> {
  readonly streams: readonly StreamName[];
}

/** @throws {ConfigurationError} naming the option */
export function parseOptions(options: SyncOptions): Settings {
  assertOption(isObject(options), "options", "be an object");
  const {
    client,
    target,
    account = "default",
    streams = STREAM_NAMES,
    messages = false,
    guards = {},
    eraseAfterDays,
    redact,
    ...rest
  } = options;
  rejectUnknown(rest);
  assertOption(isObject(client), "client", "be a client of createClient");
  const isTarget = isObject(target) && typeof target.open === "function";
  assertOption(isTarget, "target", "be a target, such as sqliteTarget(path)");
  assertOption(typeof account === "string" && account !== "", "account", "be a text that is not empty");
  assertOption(Array.isArray(streams) && streams.length > 0, "streams", "be an array that is not empty");
  for (const stream of streams) {
    if (!STREAM_NAMES.includes(stream))
      throw invalidOption("streams", `unknown stream "${stream}"; expected ${STREAM_NAMES.join(", ")}`);
  }
  assertOption(typeof messages === "boolean", "messages", "be a boolean");
  const isPeriod = eraseAfterDays === undefined || isAmount(eraseAfterDays);
  assertOption(isPeriod, "eraseAfterDays", "be a number of at least 0");
  assertOption(redact === undefined || typeof redact === "function", "redact", "be a function");
  // In the order of a run, without duplicates.
  const ordered = STREAM_NAMES.filter((name) => streams.includes(name));
  return { client, target, account, streams: ordered, messages, guards: parseGuards(guards), eraseAfterDays, redact };
}

function parseGuards({
  maxDeleteShare = 0.2,
  maxDeleteRows = 50,
  minKnownShare = 0.05,
  ...rest
}: Partial<Guards>): Guards {
  rejectUnknown(rest, "guards.");
  assertOption(isAmount(maxDeleteShare, 1), "guards.maxDeleteShare", "be a number from 0 to 1");
  assertOption(isAmount(maxDeleteRows), "guards.maxDeleteRows", "be a number of at least 0");
  assertOption(isAmount(minKnownShare, 1), "guards.minKnownShare", "be a number from 0 to 1");
  return { maxDeleteShare, maxDeleteRows, minKnownShare };
}

/** @throws {ConfigurationError} naming the option */
export function parseRunOptions(options: RunOptions): RunOptions {
  assertOption(isObject(options), "options", "be an object");
  const { mode = "auto", allowMassDelete = false, signal, onEvent, ...rest } = options;
  rejectUnknown(rest);
  assertOption(mode === "auto" || mode === "full", "mode", 'be "auto" or "full"');
  assertOption(typeof allowMassDelete === "boolean", "allowMassDelete", "be a boolean");
  assertOption(onEvent === undefined || typeof onEvent === "function", "onEvent", "be a function");
  return { mode, allowMassDelete, signal, onEvent };
}

/** @throws {ConfigurationError} */
export function parseTableName(stream: TableName): TableName {
  if (TABLE_NAMES.includes(stream)) return stream;
  throw invalidOption("stream", `unknown stream "${stream}"; expected ${TABLE_NAMES.join(", ")}`);
}

/** @throws {ConfigurationError} */
export function parseMoment(at: Date | number): Date | number {
  const isMoment = at instanceof Date ? !Number.isNaN(at.getTime()) : Number.isSafeInteger(at);
  assertOption(isMoment, "at", "be a valid date or the number of a run");
  return at;
}

/** @throws {ConfigurationError} */
export function parseRunNumber(sinceRun: number): number {
  assertOption(Number.isSafeInteger(sinceRun) && sinceRun >= 0, "sinceRun", "be the number of a run");
  return sinceRun;
}

/** @throws {ConfigurationError} */
export function parsePerson(person: Person): Person {
  const entries = Object.entries(person);
  const [name, value] = entries[0] ?? [];
  const isPerson = entries.length === 1 && ["lead", "chat", "email", "uid"].includes(name ?? "");
  assertOption(isPerson, "person", "have one of the keys lead, chat, email, uid");
  // Blank matches every record whose email address is empty.
  assertOption(typeof value === "string" && value.trim() !== "", `person.${name}`, "be a text that is not empty");
  return person;
}

function rejectUnknown(rest: object, prefix = ""): void {
  const [name] = Object.keys(rest);
  if (name !== undefined) throw invalidOption(prefix + name, `unknown option "${prefix}${name}"`, "unknown_option");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isAmount(value: unknown, maximum = Number.MAX_VALUE): boolean {
  return typeof value === "number" && value >= 0 && value <= maximum;
}

function assertOption(holds: boolean, param: string, rule: string): asserts holds {
  if (!holds) throw invalidOption(param, `${param} must ${rule}`);
}

function invalidOption(param: string, message: string, code = "invalid_option"): ConfigurationError {
  return new ConfigurationError(message, {}, { param, code });
}
