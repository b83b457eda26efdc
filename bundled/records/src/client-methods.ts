import type { JsonRecord } from "./record.js";

interface CallOptions {
  readonly signal: AbortSignal | undefined;
}

/** Calls an operation of a client by its ID, which is known only at run time. The client validates the input. */
export function invokeOperation(
  client: object,
  operationId: string,
  input: JsonRecord,
  options: CallOptions,
): Promise<unknown> {
  return methodOf<Promise<unknown>>(client, operationId)(input, options);
}

/** The elements of a list, one at a time. Leaving the loop cancels the download. */
export function streamOperation(
  { stream }: { readonly stream: object },
  operationId: string,
  input: JsonRecord,
  options: CallOptions,
): AsyncIterable<JsonRecord> {
  return methodOf<AsyncIterable<JsonRecord>>(stream, operationId)(input, options);
}

type Method<Result> = (input: JsonRecord, options: CallOptions) => Result;

function methodOf<Result>(methods: object, operationId: string): Method<Result> {
  // The static types of the methods have one input for each operation.
  const method = (methods as { readonly [id: string]: Method<Result> | undefined })[operationId];
  if (!method) throw new TypeError(`the client has no method ${operationId}`);
  return method;
}
