import type { OperationContract } from "../contract/operation-contract.js";
import type { ResponseData } from "../http/response-data.js";

/** A kind of fault: its fields, its effect, and its description for the page and the command. */
export interface FaultKindModule<Own extends { readonly kind: string }> {
  readonly title: string;
  /** A description with the initial values of the form. */
  readonly summary: string;
  readonly fields: readonly FaultField[];
  /** Whether the operation is run, unless the fault sets `applied`. */
  readonly appliedByDefault: boolean;
  /** Whether it affects only operations that respond with a list. */
  readonly listsOnly?: boolean;
  /** A short description, such as "503 with Retry-After 1". */
  describe(fault: Own): string;
  /** Responds, or rejects as `fetch` does. A kind without it only delays a response. */
  inject?(fault: Own, context: FaultContext): Response | Promise<Response>;
}

/** The request that a fault affects. */
export interface FaultContext {
  readonly operation: OperationContract;
  readonly request: Request;
  readonly signal: AbortSignal | undefined;
  /** The response of the operation, or an empty object if the operation is not run. */
  readonly response: ResponseData;
  /** Runs the operation for an account with another seed. */
  runForeign(seed: number | undefined): ResponseData;
}

/** A field of a fault: the rule for its value, and its form. */
export interface FaultField extends FaultFieldForm {
  /** Completes the message `<name> of a <kind> fault must be …`. */
  readonly expected: string;
  accepts(value: unknown): boolean;
}

/** A field in a form. */
export interface FaultFieldForm {
  readonly name: string;
  readonly label: string;
  readonly type: "number" | "text" | "choice" | "json";
  /** The initial value. */
  readonly value: string;
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether an empty field is left out of the fault. */
  readonly optional?: boolean;
}
