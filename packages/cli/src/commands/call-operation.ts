import type { JsonRecord } from "@serviceform/records";
import { invokeOperation } from "@serviceform/records/client-methods";
import type { Operation, OperationId } from "@serviceform/types";
import type { OperationDescription } from "@serviceform/types/describe";
import { openClient } from "../connection/open-client.js";
import type { ConnectionFlags } from "../flags/connection-flags.js";
import { type InputFlag, readInput } from "../flags/input-flags.js";
import type { ListFlags } from "../flags/list-flags.js";
import type { Io } from "../io.js";
import { printList } from "../lists/print-list.js";
import { readList } from "../lists/read-list.js";
import { printValue } from "../output/print-value.js";
import { warn } from "../output/warn.js";

export type CallFlags = ConnectionFlags & ListFlags & { readonly json?: boolean };

export interface OperationCommand {
  readonly operationId: OperationId;
  readonly operation: OperationDescription;
  readonly inputs: readonly InputFlag[];
}

/** Calls an operation with the input from its flags, and prints the result. */
export async function callOperation(command: OperationCommand, flags: CallFlags, io: Io): Promise<void> {
  const rawInput = readInput(flags, command.inputs);
  // Most lists have no limit of the API, and every file that is loaded costs time.
  const input = "limit" in rawInput ? dropLimit(rawInput, flags, await loadOperation(command.operationId)) : rawInput;
  await callWithInput({ ...command, input }, flags, io);
}

async function loadOperation(operationId: OperationId): Promise<Operation> {
  const { operationTable } = await import("@serviceform/types");
  return operationTable[operationId];
}

/** Removes a limit that the API must not apply: conditions are tested after the download, and a page is not a list. */
export function dropLimit<Input extends { readonly limit?: unknown }>(
  input: Input,
  { where }: Pick<ListFlags, "where">,
  { pagination }: Pick<Operation, "pagination">,
): Input | Omit<Input, "limit"> {
  if (where === undefined && pagination === undefined) return input;
  const { limit: _, ...others } = input;
  return others;
}

interface OperationCall extends Omit<OperationCommand, "inputs"> {
  readonly input: JsonRecord;
}

export async function callWithInput(call: OperationCall, flags: CallFlags, io: Io): Promise<void> {
  const { operationId, operation, input } = call;
  const { element: schema } = operation;
  const client = await openClient(flags, io);
  if (schema === undefined) {
    const result = await invokeOperation(client, operationId, input, { signal: io.signal });
    return printValue(result, { json: flags.json === true, io });
  }

  if (flags.where) warn(io, flags, "note: --where is applied on this machine, after the download");
  const request = { operationId, schema, input, flags, io };
  await printList(readList(client, request), { schema, flags, io });
}
