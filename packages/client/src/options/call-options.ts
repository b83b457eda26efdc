import type { RetryOptions } from "./client-options.js";
import type { HeadersInput } from "./headers.js";
import type { ValidationMode } from "./validation.js";

/** The options of one call, the second argument of every method. */
export interface CallOptions {
  /** Aborts the call, which then throws the signal's `reason`. */
  signal?: AbortSignal | undefined;
  /** Replaces the client's `timeoutMs`, in milliseconds. */
  timeoutMs?: number | undefined;
  /** Replaces the client's `totalTimeoutMs`, in milliseconds. */
  totalTimeoutMs?: number | undefined;
  /** Replaces the client's `retries`, or only those of its fields that are defined. */
  retries?: number | RetryOptions | undefined;
  /** Added to the client's `headers`. */
  headers?: HeadersInput | undefined;
  /** Replaces the client's `validate`; the client must have `validators`. */
  validate?: ValidationMode | undefined;
  /** Query and body fields that the contract does not have, serialized as they are; a field that it has is rejected. */
  extra?: Extra | undefined;
}

/** Fields that the contract does not have, added to one call. */
export interface Extra {
  readonly query?: { readonly [name: string]: unknown } | undefined;
  readonly body?: { readonly [name: string]: unknown } | undefined;
}
