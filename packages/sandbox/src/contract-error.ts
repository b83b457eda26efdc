/** A response of the sandbox violates the contract: a mistake in a handler, or invalid data in the store. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly operation: string;
  /** A JSON pointer into the response. */
  readonly path: string;

  // A client that gets it from `fetch` rethrows it unchanged: it is a mistake in a test, not a failure of the network.
  static {
    Object.defineProperty(ContractError.prototype, Symbol.for("@serviceform/rethrow"), { value: true });
  }

  // Not `ErrorOptions`: that type is missing with a `lib` before ES2022.
  constructor(operation: string, status: number, path: string, message: string, options?: { cause?: unknown }) {
    super(
      `The sandbox's ${status} response to ${operation} breaks the contract${path && ` at ${path}`}: ${message}`,
      options,
    );
    this.operation = operation;
    this.path = path;
  }
}

/**
 * Wraps an error of a handler, or of reading a value in the store: a `TypeError` alone would look like a failure of the
 * network.
 */
export function toContractError(operation: string, status: number, error: unknown): ContractError {
  if (error instanceof ContractError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ContractError(operation, status, "", message, { cause: error });
}
