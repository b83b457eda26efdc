import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.js";

/** The flags with their types: `boolean` takes no value. */
const FLAGS = {
  help: "boolean",
  version: "boolean",
  write: "boolean",
  delete: "boolean",
  lockdown: "boolean",
  sandbox: "boolean",
  personal: "string",
  tools: "string",
  "max-bytes": "string",
  mirror: "string",
  http: "string",
  "token-env": "string",
  "sandbox-leads": "string",
  "sandbox-seed": "string",
  profile: "string",
  "key-env": "string",
  "key-file": "string",
  "key-command": "string",
  "base-url": "string",
} as const;

type FlagName = keyof typeof FLAGS;

/** The flags that are set. */
export type Flags = {
  readonly [Name in FlagName]?: (typeof FLAGS)[Name] extends "boolean" ? true : string;
};

/** @throws {UsageError} naming the flag that is unknown, repeated or without its value */
export function parseFlags(argv: readonly string[]): Flags {
  const types = Object.entries(FLAGS).map(([name, type]) => [name, { type }] as const);
  const options = { ...Object.fromEntries(types), help: { type: FLAGS.help, short: "h" } };
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const flags: Record<string, true | string> = {};
  for (const token of tokens) {
    if (token.kind === "positional") throw new UsageError(`unknown argument "${token.value}"`);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(FLAGS, name)) throw new UsageError(`unknown flag "${rawName}"; --help lists them`);
    if (name in flags) throw new UsageError(`${rawName} must be given once`);
    flags[name] = FLAGS[name as FlagName] === "boolean" ? parseSwitch(rawName, value) : parseValue(rawName, value);
  }
  return flags;
}

function parseSwitch(name: string, value: string | undefined): true {
  if (value !== undefined) throw new UsageError(`${name} must not have a value`);
  return true;
}

function parseValue(name: string, value: string | undefined): string {
  if (value === undefined || value.startsWith("--")) throw new UsageError(`${name} must have a value`);
  return value;
}

/** @throws {UsageError} unless the text is an integer in the range */
export function parseInteger(name: string, text: string, minimum: number, maximum: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value;
  throw new UsageError(`--${name} must be an integer from ${minimum} to ${maximum}`);
}
