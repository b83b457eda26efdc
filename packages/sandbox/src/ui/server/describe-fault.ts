import type { Fault } from "../../faults/fault.js";

/** Says a fault in words, such as "503 on listLeads, 2 more times". */
export function describeFault(fault: Fault): string {
  const { operation, times = 1, probability = 1, applied } = fault;
  const often = times === Number.POSITIVE_INFINITY ? "every time" : times === 1 ? "once" : `${times} more times`;
  return [
    `${whatHappens(fault)} on ${operation ?? "any operation"}`,
    often,
    ...(probability < 1 ? [`with a chance of ${Math.round(probability * 1_000) / 10} %`] : []),
    ...(applied === undefined ? [] : [applied ? "carried out" : "not carried out"]),
  ].join(", ");
}

function whatHappens(fault: Fault): string {
  switch (fault.kind) {
    case "status": {
      const { status, retryAfterSeconds } = fault;
      return retryAfterSeconds === undefined ? `${status}` : `${status} with Retry-After ${retryAfterSeconds}`;
    }
    case "latency":
      return `${fault.ms} ms more`;
    case "reset":
      return "Connection reset";
    case "stall":
      return fault.after === "nothing" ? "No answer" : "Headers and no body";
    case "cut":
      return "Body cut";
    case "html":
      return fault.status === undefined ? "A page in HTML" : `A page in HTML with ${fault.status}`;
    case "redirect":
      return `Redirect to ${fault.to}`;
    case "shape":
      return "Wrong shape";
    default:
      throw fault satisfies never;
  }
}
