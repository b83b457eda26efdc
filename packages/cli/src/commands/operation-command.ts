import type { OperationDescription, OperationId } from "@serviceform/types/describe";
import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";
import { connectionFlags, jsonFlag } from "../flags/connection-flags.js";
import { inputFlags } from "../flags/input-flags.js";
import { listFlags } from "../flags/list-flags.js";
import type { CallFlags } from "./call-operation.js";

/** The command of an operation: its flags, and its help with the texts of the contract. */
export function operationCommand(operationId: OperationId, operation: OperationDescription): Command<Context> {
  const own: Record<string, object> = {
    ...connectionFlags,
    ...jsonFlag,
    ...(operation.element !== undefined && listFlags(operation.element)),
  };
  // If the operation has a limit too, one flag sets both.
  const { limit, ...taken } = own;
  const inputs = inputFlags(operation, limit === undefined ? own : taken);
  const flags = { ...Object.fromEntries(inputs.map(({ name, parameter }) => [name, parameter])), ...own };
  return defineCommand<CallFlags>({
    brief: operation.title,
    description: operation.description.replace(/`/g, ""),
    flags,
    load: async () => {
      const { callOperation } = await import("./call-operation.js");
      return (flagValues, io) => callOperation({ operationId, operation, inputs }, flagValues, io);
    },
  });
}
