import { operations } from "@serviceform/types/describe";
import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";
import { connectionFlags, jsonFlag, text } from "../flags/connection-flags.js";
import type { CallFlags } from "./call-operation.js";

/** Calls any operation by its operationId. */
export function apiCommand(): Command<Context> {
  return defineCommand<CallFlags & { readonly input?: string }>({
    brief: "Call an operation by its operationId",
    description: `Calls an operation by its operationId: ${Object.keys(operations).join(", ")}.`,
    positional: [{ placeholder: "OPERATION", brief: "an operationId" }],
    flags: {
      input: text('the input as JSON, @FILE, or - for stdin; a file in it as "@PATH"', "JSON|@FILE|-"),
      ...connectionFlags,
      ...jsonFlag,
    },
    load: async () => (await import("./call-by-id.js")).callById,
  });
}
