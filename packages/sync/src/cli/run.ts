import { assertNoKeyFlag } from "@serviceform/credentials";
import type { Command } from "./command.js";
import { EXIT } from "./exit-code.js";
import { commonFlags } from "./flags.js";
import { accountsCommand } from "./fleet/accounts-command.js";
import { deadCommand } from "./fleet/dead-command.js";
import { fleetCommand } from "./fleet/fleet-command.js";
import { planCommand } from "./fleet/plan-command.js";
import { workerCommand } from "./fleet/worker-command.js";
import { renderCommandHelp, renderHelp } from "./help.js";
import { listenForInterrupts } from "./interrupt.js";
import type { CommandIo } from "./io.js";
import { type ParsedCommand, parseFlags } from "./parse-flags.js";
import { asOfCommand, diffCommand, purgeCommand, statusCommand, verifyCommand } from "./read-commands.js";
import { reportError } from "./report-error.js";
import { runCommand } from "./run-command.js";
import { schemaCommand } from "./schema-command.js";
import { singerCommand } from "./singer-command.js";
import { UsageError } from "./usage-error.js";

export type { CommandIo } from "./io.js";

const commands: Readonly<Record<string, Command>> = {
  run: runCommand,
  status: statusCommand,
  verify: verifyCommand,
  diff: diffCommand,
  asof: asOfCommand,
  purge: purgeCommand,
  schema: schemaCommand,
  singer: singerCommand,
  accounts: accountsCommand,
  plan: planCommand,
  worker: workerCommand,
  dead: deadCommand,
  fleet: fleetCommand,
};

/** Runs `serviceform sync` with the arguments after `sync`; returns the exit code. */
export async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  // The short form that all other commands of `serviceform` have.
  const [name, ...rest] = argv.map((argument) => (argument === "-h" ? "--help" : argument));
  using interrupt = listenForInterrupts(io.signal);
  try {
    if (name === undefined || name === "--help" || name === "help") {
      io.stdout.write(renderHelp(commands));
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    return await runNamed(name, rest, io, interrupt.signal);
  } catch (error) {
    return reportError(error, io, { json: argv.includes("--json"), signal: interrupt.signal });
  }
}

async function runNamed(name: string, argv: readonly string[], io: CommandIo, signal: AbortSignal): Promise<number> {
  // Checked first, since other errors repeat unknown arguments.
  assertNoKeyFlag([name, ...argv]);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`unknown command "${name}"; expected ${Object.keys(commands).join(", ")}`);
  const parsed: ParsedCommand = parseFlags(argv, { ...command.flags, ...commonFlags });
  if (parsed.values.help) {
    io.stdout.write(renderCommandHelp(name, command));
    return EXIT.done;
  }
  const unknown = parsed.positionals[command.maxArguments ?? 0];
  if (unknown !== undefined) throw new UsageError(`unknown argument "${unknown}"`);
  return command.run(parsed, io, signal);
}
