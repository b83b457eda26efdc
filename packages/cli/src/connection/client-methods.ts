import type { ServiceformClient } from "@serviceform/client";
import type { JsonRecord } from "@serviceform/records";
import type { OperationId } from "@serviceform/types/describe";

interface CallOptions {
  readonly signal: AbortSignal | undefined;
}

/** Calls an operation by its ID; the client validates the input. */
export function invokeOperation(
  client: ServiceformClient,
  operationId: OperationId,
  input: JsonRecord,
  options: CallOptions,
): Promise<unknown> {
  type Method = (input: JsonRecord, options: CallOptions) => Promise<unknown>;
  const methods = client as unknown as Record<OperationId, Method>; // The operation is known only at run time.
  return methods[operationId](input, options);
}

/** The elements of a list, one at a time. Leaving the loop cancels the download. */
export function streamOperation(
  client: ServiceformClient,
  operationId: OperationId,
  input: JsonRecord,
  options: CallOptions,
): AsyncIterable<JsonRecord> {
  type Method = (input: JsonRecord, options: CallOptions) => AsyncIterable<JsonRecord>;
  const methods = client.stream as unknown as Record<string, Method | undefined>; // As above; not every operation is a list.
  const method = methods[operationId];
  if (!method) throw new Error(`${operationId} is not a list`);
  return method(input, options);
}
