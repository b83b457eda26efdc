import type { Command } from "./command.js";
import { commonFlags } from "./flags.js";
import type { Flags } from "./parse-flags.js";

const EXIT_CODES = `Exit codes:
  0  done
  1  failed
  2  invalid command line or configuration
  3  a guard stopped the run (refused), records have no key, or verify found a difference
  4  unauthorized
  75  another run holds the lock
  130  interrupted
`;

export function renderHelp(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(([name, { usage, summary }]) => `  ${name} ${usage}  ${summary}\n`);
  return `Usage: serviceform sync COMMAND\n\n${lines.join("")}\n${EXIT_CODES}`;
}

export function renderCommandHelp(name: string, { usage, summary, flags }: Command): string {
  return `Usage: serviceform sync ${name} ${usage}\n\n${summary}\n\n${renderFlags({ ...flags, ...commonFlags })}\n${EXIT_CODES}`;
}

function renderFlags(flags: Flags): string {
  return Object.entries(flags)
    .map(([name, { value, help }]) => `  --${name}${value ? ` <${value}>` : ""}  ${help}\n`)
    .join("");
}
