import type { CommandIo } from "./io.js";
import type { Flags, ParsedCommand } from "./parse-flags.js";

/** A command of `serviceform sync`. */
export interface Command {
  /** The arguments after the name of the command. */
  readonly usage: string;
  readonly summary: string;
  readonly flags: Flags;
  /** @default 0 */
  readonly maxArguments?: number;
  /** Returns the exit code. */
  run(parsed: ParsedCommand, io: CommandIo, signal: AbortSignal): Promise<number>;
}
