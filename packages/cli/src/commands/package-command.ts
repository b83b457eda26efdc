import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";

const BRIEF = {
  sync: "mirrors leads, chats and items into a database (@serviceform/sync)",
  mcp: "serves the API to assistants (@serviceform/mcp)",
};

/** Stands in the help; its arguments are those of the package, which runs before flags are read. */
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
