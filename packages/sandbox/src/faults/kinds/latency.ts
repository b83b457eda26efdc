import type { FaultKindModule } from "../fault-kind.js";
import { numberField } from "../fields.js";

/** The response takes this much longer. */
export interface LatencyFault {
  readonly kind: "latency";
  readonly ms: number;
}

export const latencyFault: FaultKindModule<LatencyFault> = {
  title: "Latency",
  summary: "every response takes a second more",
  fields: [numberField({ name: "ms", label: "Milliseconds", value: "1000", minimum: 0 })],
  appliedByDefault: false,
  describe: ({ ms }) => `${ms} ms more`,
};
