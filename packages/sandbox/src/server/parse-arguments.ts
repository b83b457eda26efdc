import { parseArgs } from "node:util";
import type { Fault } from "../faults/fault.js";
import { parseFault } from "../faults/parse-fault.js";
import { LONGEST_TIMER_MS } from "../faults/sleep.js";
import { DEFAULT_API_KEY, isApiKey, MAX_SCALE } from "../options.js";
import { isHost } from "./is-host.js";
import type { ServerOptions } from "./start-server.js";

export const usage: string = `Serves the Serviceform Public API from memory.

  serviceform-sandbox [options]

  --port <number>      port to listen on, 0 for any free one (4010)
  --host <address>     address to listen on (127.0.0.1)
  --allow-host <name>  a host name under which the pages are there too, such as the service's name
                       in a compose file; can be given several times
  --key <text>         API key that requests have to carry (${DEFAULT_API_KEY})
  --seed <integer>     which made-up world to serve (1)
  --scale <number>     how many leads it has (60)
  --latency <ms>       how much longer every answer takes (0)
  --faults <json>      faults to begin with, such as '[{"kind":"status","status":503,"times":3}]';
                       "times":null means every time
  --help               this text
`;

const flags = {
  port: { type: "string", default: "4010" },
  host: { type: "string" },
  "allow-host": { type: "string", multiple: true },
  key: { type: "string" },
  seed: { type: "string" },
  scale: { type: "string" },
  latency: { type: "string" },
  faults: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** Reads the arguments of the command line; undefined when help is asked for. Throws a sentence for a wrong one. */
export function parseArguments(args: readonly string[]): ServerOptions | undefined {
  const { values } = parseArgs({ args: [...args], options: flags, strict: true });
  if (values.help) return undefined;
  const { host, "allow-host": allowHosts, key, seed, scale, latency, faults } = values;
  return {
    port: readNumber("port", values.port, 65_535),
    ...(host !== undefined && { host: readHost("host", host) }),
    ...(allowHosts && { allowHosts: allowHosts.map((name) => readHost("allow-host", name)) }),
    ...(key !== undefined && { apiKey: readKey(key) }),
    ...(seed !== undefined && { seed: readNumber("seed", seed, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER) }),
    ...(scale !== undefined && { scale: readNumber("scale", scale, MAX_SCALE) }),
    faults: [...readLatency(latency), ...readFaults(faults)],
  };
}

function readNumber(flag: string, text: string, most: number, least = 0): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new TypeError(`--${flag} has to be an integer from ${least} to ${most}, not ${JSON.stringify(text)}.`);
}

function readHost(flag: string, text: string): string {
  if (isHost(text)) return text;
  throw new TypeError(`--${flag} must be an IP address or a host name, without scheme and port`);
}

function readKey(text: string): string {
  if (isApiKey(text)) return text;
  throw new TypeError("--key must be ASCII text without spaces");
}

function readLatency(text: string | undefined): Fault[] {
  return text === undefined
    ? []
    : [{ kind: "latency", ms: readNumber("latency", text, LONGEST_TIMER_MS), times: Number.POSITIVE_INFINITY }];
}

function readFaults(text: string | undefined): Fault[] {
  if (text === undefined) return [];
  try {
    return [JSON.parse(text)].flat().map(parseFault);
  } catch {
    throw new TypeError("--faults has to be JSON: a fault or a list of faults.");
  }
}
