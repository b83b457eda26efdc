import type { Fault } from "../../faults/fault.js";
import { kindOf } from "../../faults/fault-kinds.js";

/** Describes a fault, such as "503 on listLeads, 2 more times". */
export function describeFault(fault: Fault): string {
  const { operation, times = 1, probability = 1, applied } = fault;
  return [
    `${describeFaultKind(fault)} on ${operation ?? "any operation"}`,
    frequency(times),
    ...(probability < 1 ? [`with a chance of ${Math.round(probability * 1_000) / 10} %`] : []),
    ...(applied === undefined ? [] : [applied ? "carried out" : "not carried out"]),
  ].join(", ");
}

function frequency(times: number): string {
  if (times === Number.POSITIVE_INFINITY) return "every time";
  return times === 1 ? "once" : `${times} more times`;
}

/** Describes the effect of a fault, such as "429 with Retry-After 2". */
export function describeFaultKind(fault: Fault): string {
  return kindOf(fault).describe(fault);
}
