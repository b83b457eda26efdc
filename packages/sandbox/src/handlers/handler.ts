import type { OperationId, OperationMap } from "@serviceform/types";
import type { World } from "../world/world.js";

/** Does what an operation does: answers its output, or refuses with one of its documented errors. */
export type Handler<Id extends OperationId> = (
  input: OperationMap[Id]["input"],
  world: World,
) => Output<OperationMap[Id]["output"]> | Refusal<keyof OperationMap[Id]["errors"] & number>;

/** A list may be made while it is read. */
type Output<Documented> = Documented extends readonly (infer Element)[] ? Iterable<Element> : Documented;

/**
 * The handlers of operations: a misspelt or wrongly typed one does not compile. An operation without a handler is answered
 * from the contract's examples and schemas.
 */
export type Handlers = { readonly [Id in OperationId]?: Handler<Id> };

/** A documented error. */
export class Refusal<Status extends number> {
  readonly status: Status;
  readonly message: string;

  constructor(status: Status, message: string) {
    this.status = status;
    this.message = message;
  }
}
