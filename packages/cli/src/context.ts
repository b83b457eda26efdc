import {
  type BaseArgs,
  type BaseFlags,
  buildCommand,
  type Command,
  type CommandContext,
  type StricliProcess,
} from "@stricli/core";
import type { Io } from "./io.js";

/** What Stricli passes to a command. */
export interface Context extends CommandContext {
  readonly process: StricliProcess & { readonly usage: string[] };
  readonly io: Io;
  fail(error: unknown): void;
}

/** A command whose code is loaded when it runs. */
export interface CommandSpec<Flags> {
  readonly brief: string;
  readonly description?: string;
  /** In Stricli's form; the flags of generated commands are known only at run time. */
  readonly flags: { readonly [name: string]: object };
  /** Placeholders and descriptions of the arguments. */
  readonly positional?: readonly { readonly placeholder: string; readonly brief: string }[];
  /** Returns the function that runs the command. If that returns a number, it is the exit code. */
  load(): Promise<(flags: Flags, io: Io, ...positional: string[]) => Promise<unknown>>;
}

export function defineCommand<Flags>(spec: CommandSpec<Flags>): Command<Context> {
  const parameters = (spec.positional ?? []).map((argument) => ({ ...argument, parse: String }));
  return buildCommand<BaseFlags, BaseArgs, Context>({
    docs: { brief: spec.brief, fullDescription: spec.description ?? spec.brief },
    // The flags of generated commands have no static types.
    parameters: { flags: spec.flags, positional: { kind: "tuple", parameters } } as never,
    loader: async () => {
      const command = await spec.load();
      return async function (this: Context, flags, ...positional) {
        try {
          // Stricli has parsed them as `spec` describes them.
          const result = await command(flags as Flags, this.io, ...(positional as string[]));
          this.process.exitCode = typeof result === "number" ? result : 0;
        } catch (error) {
          this.fail(error);
        }
      };
    },
  });
}
