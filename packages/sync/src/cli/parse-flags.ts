import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.js";

/** A flag of the command line. */
export interface Flag {
  /** The value's name in the help. Without it, the flag takes no value. */
  readonly value?: string;
  readonly help: string;
}

export type Flags = Readonly<Record<string, Flag>>;
export type FlagValues = { readonly [name: string]: string | boolean | undefined };

export interface ParsedCommand {
  readonly values: FlagValues;
  readonly positionals: readonly string[];
}

/** @throws {UsageError} naming the flag that is unknown, lacks its value, or has one that it does not take */
export function parseFlags(argv: readonly string[], flags: Flags): ParsedCommand {
  const takesValue = ({ value }: Flag): boolean => value !== undefined;
  const typeOf = (flag: Flag): "string" | "boolean" => (takesValue(flag) ? "string" : "boolean");
  const options = Object.fromEntries(Object.entries(flags).map(([name, flag]) => [name, { type: typeOf(flag) }]));
  // Not strict, since the messages of Node.js depend on its version.
  const { tokens, positionals } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const values: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (!flag) throw new UsageError(`unknown flag "${rawName}"`);
    if (!takesValue(flag) && value !== undefined) throw new UsageError(`${rawName} must not have a value`);
    // A single dash is a value.
    const isMissing = value === undefined || (!token.inlineValue && /^-./.test(value));
    if (takesValue(flag) && isMissing) throw new UsageError(`${rawName} must have a value`);
    values[name] = value ?? true;
  }
  return { values, positionals };
}

export function textOf(values: FlagValues, name: string): string | undefined {
  const value = values[name];
  if (value === "") throw new UsageError(`--${name} must not be empty`);
  return typeof value === "string" ? value : undefined;
}

export function requiredText(values: FlagValues, name: string): string {
  const text = textOf(values, name);
  if (text === undefined) throw new UsageError(`--${name} is required`);
  return text;
}

/** The largest port of TCP. */
const MAX_PORT = 65_535;

/** A port; 0 means any free one. */
export function portOf(values: FlagValues, name: string): number | undefined {
  const port = integerOf(values, name, 0);
  if (port === undefined || port <= MAX_PORT) return port;
  throw new UsageError(`--${name} must be an integer from 0 to ${MAX_PORT}`);
}

/** A whole number of at least `minimum`. */
export function integerOf(values: FlagValues, name: string, minimum: number): number | undefined {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= minimum)) throw new UsageError(`--${name} must be an integer of at least ${minimum}`);
  return value;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;
const UNITS_MS: Readonly<Record<string, number>> = { s: SECOND_MS, m: 60_000, h: 3_600_000, d: DAY_MS };

/** A time such as `15m`, in milliseconds. */
export function durationOf(values: FlagValues, name: string): number | undefined {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  const [, amount, unit = ""] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const factor = UNITS_MS[unit];
  if (amount === undefined || factor === undefined)
    throw new UsageError(`--${name} must be a time such as 15m, 12h or 30d`);
  return Number(amount) * factor;
}

/** The longest delay of a timer of Node.js, in days; a longer one would end at once. */
const MAX_INTERVAL_DAYS = 24;

/** The time between two runs of a process that repeats them, in milliseconds. */
export function intervalOf(values: FlagValues, name: string): number | undefined {
  const interval = durationOf(values, name);
  if (interval === undefined) return undefined;
  if (interval >= SECOND_MS && interval <= MAX_INTERVAL_DAYS * DAY_MS) return interval;
  throw new UsageError(`--${name} must be a time from 1s to ${MAX_INTERVAL_DAYS}d`);
}

/** A share such as `20%`. */
export function shareOf(values: FlagValues, name: string): number | undefined {
  const text = textOf(values, name);
  if (text === undefined) return undefined;
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? [];
  if (percent === undefined || Number(percent) > 100) throw new UsageError(`--${name} must be a share from 0% to 100%`);
  return Number(percent) / 100;
}
