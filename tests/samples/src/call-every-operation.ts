import { type OperationId, operationTable } from "@serviceform/types";
import { findInput, inOrder } from "./find-input.js";
import type { Input } from "./samples.js";

/** An object with a method for each operation, such as the client. */
export type Caller = Readonly<Record<OperationId, (input: never) => Promise<unknown>>>;

export interface CalledOperation {
  readonly id: OperationId;
  readonly input: Input;
  readonly output: unknown;
}

export const operationIds: readonly OperationId[] = Object.keys(operationTable) as OperationId[];

/** Calls each operation with an input of existing records: reads first, deletions last. */
export async function* callEveryOperation(
  caller: Caller,
  ids: readonly OperationId[] = operationIds,
): AsyncGenerator<CalledOperation> {
  for (const id of inOrder(ids)) {
    const input = await inputFor(caller, id);
    yield { id, input, output: await caller[id](input as never) };
  }
}

/** An input of existing records for each operation; calls lists only. */
export async function findInputs(
  caller: Caller,
  ids: readonly OperationId[] = operationIds,
): Promise<Map<OperationId, Input>> {
  const entries = inOrder(ids).map(async (id) => [id, await inputFor(caller, id)] as const);
  return new Map(await Promise.all(entries));
}

function inputFor(caller: Caller, id: OperationId): Promise<Input> {
  return findInput(id, async (list, input) => (await caller[list](input as never)) as readonly unknown[]);
}
