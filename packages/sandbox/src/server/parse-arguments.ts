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

export const usage: string = `Serves the Serviceform Public API from memory.

  serviceform-sandbox [flags]

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
                          "times":null means every time. Kinds: ${Object.keys(faultKinds).join(", ")}
  -h, --help              this text
  --version               the version of @serviceform/sandbox

Exit codes: 0 after SIGINT or SIGTERM, 1 if a flag is invalid or the server cannot listen.`;

const flags = {
  port: { type: "string", default: "4010" },
  host: { type: "string" },
  "allow-host": { type: "string", multiple: true },
  "api-key": { type: "string" },
  seed: { type: "string" },
  "lead-count": { type: "string" },
  "chat-count": { type: "string" },
  "item-count": { type: "string" },
  tidy: { type: "boolean" },
  now: { type: "string" },
  account: { type: "string", multiple: true },
  data: { type: "string" },
  latency: { type: "string" },
  faults: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

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
  const {
    port,
    host,
    "allow-host": allowHosts,
    "api-key": apiKey,
    seed,
    tidy,
    now,
    account,
    data,
    latency,
    faults,
  } = values;
  return {
    port: parseInteger("port", port, { maximum: 65_535 }),
    ...(host !== undefined && { host: parseHost("host", host) }),
    ...(allowHosts && { allowHosts: allowHosts.map((name) => parseHost("allow-host", name)) }),
    ...(apiKey !== undefined && { apiKey: parseApiKey(apiKey) }),
    ...(seed !== undefined && { seed: parseInteger("seed", seed, ANY_INTEGER) }),
    ...parseCounts(values),
    ...(tidy && { messy: false }),
    ...(now !== undefined && { now: parseNow(now) }),
    ...(account && { accounts: parseAccounts(account) }),
    ...(data !== undefined && { data: readData(data) }),
    faults: [...parseLatency(latency), ...parseFaults(faults)],
  };
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

const ANY_INTEGER = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

const counts = { "lead-count": "leadCount", "chat-count": "chatCount", "item-count": "itemCount" } as const;

function parseCounts(values: { readonly [Flag in keyof typeof counts]?: string }): Partial<ServerOptions> {
  const entries = Object.entries(counts) as [keyof typeof counts, string][];
  return Object.fromEntries(
    entries.flatMap(([flag, option]) => {
      const text = values[flag];
      return text === undefined ? [] : [[option, parseInteger(flag, text, { maximum: MAX_COUNT })]];
    }),
  );
}

function parseInteger(
  flag: string,
  text: string,
  { minimum = 0, maximum }: { readonly minimum?: number; readonly maximum: number },
): number {
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

function parseLatency(text: string | undefined): Fault[] {
  if (text === undefined) return [];
  return [
    {
      kind: "latency",
      ms: parseInteger("latency", text, { maximum: LONGEST_TIMER_MS }),
      times: Number.POSITIVE_INFINITY,
    },
  ];
}

function parseFaults(text: string | undefined): Fault[] {
  if (text === undefined) return [];
  return [parseJson(text, "--faults must be JSON: a fault or a list of faults")].flat().map(parseFault);
}
