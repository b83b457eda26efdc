import { toResponse } from "../../http/to-response.js";
import { stalledBody, untilAborted } from "../broken-connection.js";
import type { FaultKindModule } from "../fault-kind.js";
import { choiceField } from "../fields.js";

/** Nothing more comes, after nothing at all or after the headers. */
export interface StallFault {
  readonly kind: "stall";
  readonly after: "nothing" | "headers";
}

export const stallFault: FaultKindModule<StallFault> = {
  title: "Stall",
  summary: "no response ever comes",
  fields: [choiceField({ name: "after", label: "After", value: "nothing", choices: ["nothing", "headers"] })],
  appliedByDefault: true,
  describe: ({ after }) => (after === "nothing" ? "No response" : "Headers and no body"),
  inject({ after }, { response, signal }) {
    if (after === "nothing") return untilAborted(signal);
    const { status, headers } = toResponse(response);
    return new Response(stalledBody(signal), { status, headers });
  },
};
