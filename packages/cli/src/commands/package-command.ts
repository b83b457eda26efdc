import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";

const BRIEF = {
  sync: "Mirror leads, chats and items into a database (@serviceform/sync)",
  mcp: "Serve the API to assistants (@serviceform/mcp)",
};

/** Appears in the help. The package itself parses the arguments, and runs before the flags are read. */
export function packageCommand(name: keyof typeof BRIEF): Command<Context> {
  return defineCommand({
    brief: BRIEF[name],
    flags: {},
    load: async () => {
      const { runPackage } = await import("./run-package.js");
      return (_, io) => runPackage(name, [], io);
    },
  });
}
