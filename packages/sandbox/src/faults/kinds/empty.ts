import { toResponse } from "../../http/to-response.js";
import type { FaultKindModule } from "../fault-kind.js";

/** A success with an empty list. Only for operations that respond with a list. */
export interface EmptyFault {
  readonly kind: "empty";
}

export const emptyFault: FaultKindModule<EmptyFault> = {
  title: "Empty list",
  summary: "200 and an empty list, as if everything were deleted",
  fields: [],
  appliedByDefault: true,
  listsOnly: true,
  describe: () => "Empty list",
  // An error of the operation, such as for an invalid key, is returned unchanged.
  inject: (_fault, { operation, response }) =>
    toResponse(response.status === operation.success ? { ...response, body: { elements: [] } } : response),
};
