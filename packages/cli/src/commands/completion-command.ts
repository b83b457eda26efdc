import type { Command } from "@stricli/core";
import type { CompletionEntry } from "../completion/render-completion.js";
import { type Context, defineCommand } from "../context.js";

/** Prints a completion script. */
export function completionCommand(readCommands: () => readonly CompletionEntry[]): Command<Context> {
  return defineCommand({
    brief: "Print a completion script for a shell",
    positional: [{ placeholder: "bash|zsh|fish|pwsh", brief: "the shell" }],
    flags: {},
    load: async () => {
      const { renderCompletion } = await import("../completion/render-completion.js");
      const { listPackageCommands } = await import("./run-package.js");
      return async (_, io, shell) => {
        const commands = [...readCommands(), ...(await listPackageCommands("sync"))];
        io.stdout.write(renderCompletion(shell, commands));
      };
    },
  });
}
