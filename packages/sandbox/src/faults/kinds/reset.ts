import { connectionReset } from "../broken-connection.js";
import type { FaultKindModule } from "../fault-kind.js";

/** The connection is reset before a response begins. */
export interface ResetFault {
  readonly kind: "reset";
}

export const resetFault: FaultKindModule<ResetFault> = {
  title: "Connection reset",
  summary: "before a response begins",
  fields: [],
  appliedByDefault: true,
  describe: () => "Connection reset",
  inject() {
    throw connectionReset();
  },
};
