import type { OperationId, OperationMap } from "@serviceform/types";
import type { Store } from "../seed-data/create-store.js";
import type { Random } from "../seed-data/random.js";

/** The context of handlers: the store of an account, its clock, and the IDs of new items. */
export interface HandlerContext {
  readonly store: Store;
  readonly now: () => Date;
  readonly createId: () => string;
  readonly random: Random;
}

/** Runs an operation: returns its output, or one of its documented errors. */
export type Handler<Id extends OperationId> = (
  input: OperationMap[Id]["input"],
  context: HandlerContext,
) =>
  | Output<OperationMap[Id]["output"]>
  | List<OperationMap[Id]>
  | HandlerError<keyof OperationMap[Id]["errors"] & number>;

/** All elements of a list that continues in further responses: the sandbox divides them into pages. */
type List<Operation> = Operation extends { element: infer Element } ? Iterable<Element> : never;

/** A list can be generated while it is read. */
type Output<Documented> = Documented extends readonly (infer Element)[] ? Iterable<Element> : Documented;

/**
 * The handlers of operations: a misspelled or wrongly typed handler does not compile. An operation without a handler
 * responds from the contract's examples and schemas.
 */
export type Handlers = { readonly [Id in OperationId]?: Handler<Id> };

/** A documented error. */
export class HandlerError<Status extends number> {
  readonly status: Status;
  readonly message: string;

  constructor(status: Status, message: string) {
    this.status = status;
    this.message = message;
  }
}
