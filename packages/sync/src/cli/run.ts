import { ConfigurationError, isApiError, isServiceformError } from "@serviceform/client";
import { assertNoKeyFlag, CredentialsError } from "@serviceform/credentials";
import { SyncBusyError } from "../sync-busy-error.js";
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

/** Runs `serviceform sync …`, given what stands after `sync`; returns the exit code. */
export async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = argv;
  using interrupt = listenForInterrupts(io.signal);
  try {
    if (name === undefined || name === "--help" || name === "help") {
      io.stdout.write(renderHelp(commands));
      return name === undefined ? EXIT.usage : EXIT.done;
    }
    return await runNamed(name, rest, io, interrupt.signal);
  } catch (error) {
    return report(error, argv, io, interrupt.signal);
  }
}

async function runNamed(name: string, argv: readonly string[], io: CommandIo, signal: AbortSignal): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`unknown command "${name}"; expected ${Object.keys(commands).join(", ")}`);
  assertNoKeyFlag(argv);
  const parsed: ParsedCommand = parseFlags(argv, { ...command.flags, ...commonFlags });
  if (parsed.values.help) {
    io.stdout.write(renderCommandHelp(name, command));
    return EXIT.done;
  }
  return command.run(parsed, io, signal);
}

function report(error: unknown, argv: readonly string[], { stdout, stderr }: CommandIo, signal: AbortSignal): number {
  if (signal.aborted) return EXIT.interrupted;
  const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
  stderr.write(`error: ${message}\n`);
  if (argv.includes("--json")) {
    const { code, status, operation, mayHaveSucceeded } = Object(error);
    stdout.write(`${JSON.stringify({ error: { name, code, status, operation, mayHaveSucceeded } })}\n`);
  }
  return exitCodeFor(error);
}

function exitCodeFor(error: unknown): number {
  if (error instanceof SyncBusyError) return EXIT.busy;
  const isUsage = [UsageError, CredentialsError, ConfigurationError].some((kind) => error instanceof kind);
  if (isUsage || (isServiceformError(error) && error.name === "ConfigurationError")) return EXIT.usage;
  if (isApiError(error) && (error.status === 401 || error.status === 403)) return EXIT.unauthorized;
  return EXIT.failed;
}
