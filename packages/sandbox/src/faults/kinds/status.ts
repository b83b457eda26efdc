import { describeError } from "../../examples/describe-error.js";
import { NULL_BODY_STATUSES } from "../../http/null-body-statuses.js";
import { errorResponse } from "../../http/response-data.js";
import { toResponse } from "../../http/to-response.js";
import type { FaultKindModule } from "../fault-kind.js";
import { narrow, numberField } from "../fields.js";

/** An error status, or a success without a body, with a `Retry-After` header if it is set. With `applied: true`, a gateway's after the write. */
export interface StatusFault {
  readonly kind: "status";
  readonly status: number;
  readonly retryAfterSeconds?: number;
}

const status = narrow(
  numberField({ name: "status", label: "Status", value: "503", minimum: 200, maximum: 599, integer: true }),
  // A success with a body would be no error, or one of another kind.
  (value) => (value as number) >= 300 || NULL_BODY_STATUSES.has(value as number),
  "an integer from 300 to 599, or 204 or 205",
);

export const statusFault: FaultKindModule<StatusFault> = {
  title: "Error status",
  summary: "503, as an overloaded API or a gateway sends it",
  fields: [
    status,
    numberField({ name: "retryAfterSeconds", label: "Retry-After, seconds", value: "", minimum: 0, optional: true }),
  ],
  appliedByDefault: false,
  describe: ({ status, retryAfterSeconds }) =>
    retryAfterSeconds === undefined ? `${status}` : `${status} with Retry-After ${retryAfterSeconds}`,
  inject({ status, retryAfterSeconds }, { operation }) {
    const headers: Record<string, string> =
      retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
    if (NULL_BODY_STATUSES.has(status)) return toResponse({ status, headers });
    return toResponse(describeError(operation.id, errorResponse(status, `An injected fault: ${status}.`, headers)));
  },
};
