import type { OperationContract } from "../contract/operation-contract.js";
import type { ResponseData } from "../http/response-data.js";

/** A kind of fault: what it takes, what it does, and how the page and the command show it. */
export interface FaultKindModule<Own extends { readonly kind: string }> {
  readonly kind: Own["kind"];
  readonly title: string;
  /** What happens, with the values that the form starts with. */
  readonly summary: string;
  readonly fields: readonly FaultField[];
  /** Whether the operation is carried out, unless the fault says so itself. */
  readonly appliedByDefault: boolean;
  /** Whether it hits only operations that respond with a list. */
  readonly listsOnly?: boolean;
  /** In a few words, such as "503 with Retry-After 1". */
  describe(fault: Own): string;
  /** Responds, or rejects as `fetch` does. A kind without it delays a response. */
  inject?(fault: Own, context: FaultContext): Response | Promise<Response>;
}

/** What a fault hits. */
export interface FaultContext {
  readonly operation: OperationContract;
  readonly request: Request;
  readonly signal: AbortSignal | undefined;
  /** That of the operation, or an empty object where it is not carried out. */
  readonly response: ResponseData;
  /** The response of an account with another seed. */
  runForeign(seed: number | undefined): ResponseData;
}

/** A field of a fault: the rule for its value, and its form. */
export interface FaultField extends FaultFieldForm {
  /** Completes the message `<name> of a <kind> fault must be …`. */
  readonly expected: string;
  accepts(value: unknown): boolean;
}

/** How a form asks for a field. */
export interface FaultFieldForm {
  readonly name: string;
  readonly label: string;
  readonly type: "number" | "text" | "choice" | "json";
  /** What is filled in at first. */
  readonly value: string;
  readonly choices?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** Left out of the fault where it is empty. */
  readonly optional?: boolean;
}
