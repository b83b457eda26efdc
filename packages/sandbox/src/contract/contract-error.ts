/** The sandbox was about to break the contract: a mistake in a handler, or in what a test put into the store. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly operation: string;
  /** A JSON pointer into the answer. */
  readonly pointer: string;

  constructor(operation: string, status: number, pointer: string, message: string) {
    super(
      `The sandbox's ${status} answer to ${operation} breaks the contract${pointer && ` at ${pointer}`}: ${message}`,
    );
    this.operation = operation;
    this.pointer = pointer;
  }
}
