import { toResponse } from "../../http/to-response.js";
import { corruptBody } from "../corrupt-body.js";
import type { FaultKindModule } from "../fault-kind.js";
import { jsonField } from "../fields.js";

/** A success whose body violates the contract: `body`, or else the real one with a field of another type. */
export interface ShapeFault {
  readonly kind: "shape";
  readonly body?: unknown;
}

export const shapeFault: FaultKindModule<ShapeFault> = {
  title: "Wrong shape",
  summary: "a success with a mistyped field",
  fields: [jsonField({ name: "body", label: "Body, in JSON", value: "", optional: true })],
  appliedByDefault: true,
  describe: () => "Wrong shape",
  inject(fault, { operation, response }) {
    if ("body" in fault) return toResponse({ status: response.status, body: { value: fault.body } });
    return toResponse(corruptBody(operation, response));
  },
};
