import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Fault } from "../faults/fault.js";
import { faultKinds } from "../faults/fault-kinds.js";
import { parseFault } from "../faults/parse-fault.js";
import { LONGEST_TIMER_MS } from "../faults/sleep.js";
import { DEFAULT_API_KEY, DEFAULT_LEAD_COUNT, isApiKey, isMoment, MAX_COUNT } from "../options.js";
import type { Store } from "../seed-data/create-store.js";
import { isHost } from "./is-host.js";
import { parseJson } from "./parse-json.js";
import type { ServerOptions } from "./start-server.js";

export const usage: string = `Usage: serviceform-sandbox [flags]

Serves the Serviceform Public API from memory.

  --port <number>         port to listen on, 0 for any free one (default: 4010)
  --host <address>        address to listen on (default: 127.0.0.1)
  --allow-host <name>     a further host name that serves the pages, such as the service's
                          name in a compose file; repeatable
  --api-key <text>        API key that requests must carry (default: ${DEFAULT_API_KEY})
  --seed <integer>        decides what the data looks like (default: 1)
  --lead-count <number>   how many leads there are (default: ${DEFAULT_LEAD_COUNT})
  --chat-count <number>   how many chats there are (default: the lead count, from 120 to 5000)
  --item-count <number>   how many items there are (default: the lead count, from 48 to 5000)
  --tidy                  tidy data, without the irregularities of real data
  --now <date-time>       the time that the clock shows, fixed (default: the real time)
  --account <key>=<seed>  a further account by its API key; repeatable
  --data <file>           JSON with lists of spaces, items, leads or chats that replace the seed data, in
                          the form of GET /_sandbox/state
  --latency <ms>          how much longer every response takes (default: 0)
  --faults <json>         faults to start with, such as '[{"kind":"status","status":503,"times":3}]';
                          "times":null means every time. Kinds:
                          ${Object.keys(faultKinds).join(", ")}
  -h, --help              this text
  --version               the version of @serviceform/sandbox

Exit codes: 0 after SIGINT or SIGTERM, 1 if a flag is invalid or the server cannot listen.`;

interface Flag {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  readonly default?: string;
  /** The options for its value; `parseArgs` gives it the type of the flag. */
  parse?(value: never): ServerOptions;
}

const ANY_INTEGER = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const PORT = { minimum: 0, maximum: 65_535 };
const COUNT = { minimum: 0, maximum: MAX_COUNT };
const DELAY_MS = { minimum: 0, maximum: LONGEST_TIMER_MS };

/** The flags, in the order in which they are parsed. */
const flags = {
  port: { type: "string", default: "4010", parse: (text: string) => ({ port: parseInteger("port", text, PORT) }) },
  host: { type: "string", parse: (text: string) => ({ host: parseHost("host", text) }) },
  "allow-host": {
    type: "string",
    multiple: true,
    parse: (names: string[]) => ({ allowHosts: names.map((name) => parseHost("allow-host", name)) }),
  },
  "api-key": { type: "string", parse: (text: string) => ({ apiKey: parseApiKey(text) }) },
  seed: { type: "string", parse: (text: string) => ({ seed: parseInteger("seed", text, ANY_INTEGER) }) },
  "lead-count": { type: "string", parse: (text: string) => ({ leadCount: parseInteger("lead-count", text, COUNT) }) },
  "chat-count": { type: "string", parse: (text: string) => ({ chatCount: parseInteger("chat-count", text, COUNT) }) },
  "item-count": { type: "string", parse: (text: string) => ({ itemCount: parseInteger("item-count", text, COUNT) }) },
  tidy: { type: "boolean", parse: () => ({ messy: false }) },
  now: { type: "string", parse: (text: string) => ({ now: parseNow(text) }) },
  account: { type: "string", multiple: true, parse: (texts: string[]) => ({ accounts: parseAccounts(texts) }) },
  data: { type: "string", parse: (path: string) => ({ data: readData(path) }) },
  latency: { type: "string", parse: (text: string) => ({ faults: [parseLatency(text)] }) },
  faults: { type: "string", parse: (text: string) => ({ faults: parseFaults(text) }) },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const satisfies Readonly<Record<string, Flag>>;

/**
 * Parses the arguments of the command line: to the options of the server, or to what to print instead.
 *
 * @throws {TypeError} naming the flag that is invalid
 */
export function parseArguments(args: readonly string[]): ServerOptions | "help" | "version" {
  assertFlags(args);
  const { values } = parseArgs({ args: [...args], options: flags, strict: true });
  if (values.help) return "help";
  if (values.version) return "version";
  const parsed = Object.entries<Flag>(flags).map(([name, { parse }]): ServerOptions => {
    const value = values[name as keyof typeof values];
    // The value of a flag has the type that its own `parse` takes.
    return value === undefined || !parse ? {} : parse(value as never);
  });
  return { ...Object.assign({}, ...parsed), faults: parsed.flatMap(({ faults = [] }) => faults) };
}

/** In the words of the other commands, since those of Node.js depend on its version. */
function assertFlags(args: readonly string[]): void {
  const { tokens } = parseArgs({ args: [...args], options: flags, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") throw new TypeError(`unknown argument "${token.value}"`);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(flags, name)) throw new TypeError(`unknown flag "${rawName}"`);
    const isString = flags[name as keyof typeof flags].type === "string";
    if (isString && value === undefined) throw new TypeError(`${rawName} must have a value`);
    if (!isString && value !== undefined) throw new TypeError(`${rawName} must not have a value`);
  }
}

function parseInteger(flag: string, text: string, { minimum, maximum }: typeof ANY_INTEGER): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= minimum && value <= maximum) return value;
  throw new TypeError(`--${flag} must be an integer from ${minimum} to ${maximum}`);
}

function parseHost(flag: string, text: string): string {
  if (isHost(text)) return text;
  throw new TypeError(`--${flag} must be an IP address or a host name, without scheme and port`);
}

function parseApiKey(text: string): string {
  if (isApiKey(text)) return text;
  throw new TypeError("--api-key must be ASCII text without spaces");
}

function parseNow(text: string): string {
  if (isMoment(text)) return text;
  throw new TypeError("--now must be a date and time in ISO 8601, such as 2025-06-30T12:00:00Z");
}

function parseAccounts(texts: readonly string[]): Record<string, number> {
  const accounts = texts.map(parseAccount);
  if (new Map(accounts).size < accounts.length) throw new TypeError("--account must name each key once");
  return Object.fromEntries(accounts);
}

/** The seed is after the last `=`, since a key can contain one. */
function parseAccount(text: string): [apiKey: string, seed: number] {
  const end = text.lastIndexOf("=");
  const apiKey = text.slice(0, end);
  if (end < 1 || !isApiKey(apiKey)) throw new TypeError("--account must be <key>=<seed>");
  return [apiKey, parseInteger("account", text.slice(end + 1), ANY_INTEGER)];
}

function readData(path: string): Partial<Store> {
  const text = readText(path);
  // Otherwise letters would silently become U+FFFD.
  if (text === undefined) throw new TypeError("--data must be a file in UTF-8");
  // The sandbox validates the content.
  return parseJson(text, "--data must be a file of JSON") as Partial<Store>;
}

/** The text of a file, undefined if it is not UTF-8. */
function readText(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    return isUtf8(bytes) ? bytes.toString() : undefined;
  } catch (error) {
    throw new TypeError(`--data must be a file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function parseLatency(text: string): Fault {
  return { kind: "latency", ms: parseInteger("latency", text, DELAY_MS), times: Number.POSITIVE_INFINITY };
}

function parseFaults(text: string): Fault[] {
  return [parseJson(text, "--faults must be JSON: a fault or a list of faults")].flat().map(parseFault);
}
