import { assertNoKeyFlag } from "@serviceform/credentials";
import { commands } from "./commands.js";
import { EXIT } from "./exit-code.js";
import { commonFlags } from "./flags.js";
import { renderCommandHelp, renderHelp } from "./help.js";
import { listenForInterrupts } from "./interrupt.js";
import type { CommandIo } from "./io.js";
import { type ParsedCommand, parseFlags } from "./parse-flags.js";
import { reportError } from "./report-error.js";
import { UsageError } from "./usage-error.js";

export type { CommandIo } from "./io.js";

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
