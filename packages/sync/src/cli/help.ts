import type { Command } from "./command.js";
import { commonFlags } from "./flags.js";
import type { Flags } from "./parse-flags.js";

const EXIT_CODES = `Exit codes:
${renderRows([
  ["0", "done"],
  ["1", "failed"],
  ["2", "invalid command line or configuration"],
  ["3", "a guard stopped the run (refused), records have no key, or verify found a difference"],
  ["4", "unauthorized"],
  ["75", "another run holds the lock"],
  ["130", "interrupted"],
])}`;

export function renderHelp(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [name, summary] as const);
  const more = "Run serviceform sync COMMAND --help for the flags of a command.";
  return `Usage: serviceform sync COMMAND\n\n${renderRows(rows)}\n${more}\n\n${EXIT_CODES}`;
}

export function renderCommandHelp(name: string, { usage, summary, flags }: Command): string {
  return `Usage: serviceform sync ${name} ${usage}\n\n${summary}\n\n${renderFlags({ ...flags, ...commonFlags })}\n${EXIT_CODES}`;
}

function renderFlags(flags: Flags): string {
  return renderRows(
    Object.entries(flags).map(([name, { value, help }]) => [`--${name}${value ? ` <${value}>` : ""}`, help]),
  );
}

function renderRows(rows: readonly (readonly [name: string, text: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}\n`).join("");
}
