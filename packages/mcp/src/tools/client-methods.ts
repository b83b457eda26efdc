import type { ServiceformClient } from "@serviceform/client";
import type { Input } from "../input/validate-input.js";

interface CallOptions {
  readonly signal: AbortSignal;
}

/**
 * Calls an operation by its ID. The input was validated against its schema, so static types of the method are not
 * needed.
 */
export function callOperation(
  client: ServiceformClient,
  operationId: string,
  input: Input,
  options: CallOptions,
): Promise<unknown> {
  const methods = client as unknown as Record<string, (input: Input, options: CallOptions) => Promise<unknown>>;
  return invoke(methods, operationId, input, options);
}

/** The elements of a list operation. Leaving the loop cancels the download. */
export function streamOperation(
  client: ServiceformClient,
  operationId: string,
  input: Input,
  options: CallOptions,
): AsyncIterable<Input> {
  const methods = client.stream as unknown as Record<
    string,
    (input: Input, options: CallOptions) => AsyncIterable<Input>
  >;
  return invoke(methods, operationId, input, options);
}

function invoke<Result>(
  methods: Record<string, (input: Input, options: CallOptions) => Result>,
  operationId: string,
  input: Input,
  options: CallOptions,
): Result {
  const method = methods[operationId];
  if (!method) throw new TypeError(`the client has no method ${operationId}`);
  return method(input, options);
}
