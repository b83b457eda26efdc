import { toResponse } from "../../http/to-response.js";
import { truncatedBody } from "../broken-connection.js";
import type { FaultKindModule } from "../fault-kind.js";

/** The connection breaks in the middle of the body. */
export interface CutFault {
  readonly kind: "cut";
}

export const cutFault: FaultKindModule<CutFault> = {
  title: "Cut body",
  summary: "the connection breaks in the middle",
  fields: [],
  appliedByDefault: true,
  describe: () => "Body cut",
  inject(_fault, { response }) {
    const { body, status, headers } = toResponse(response);
    return new Response(truncatedBody(body), { status, headers });
  },
};
