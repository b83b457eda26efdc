import type { ResponseFault } from "../faults/fault-list.js";
import { type Answered, validateError, validateExchange } from "./validate-exchange.js";

/** Statuses whose answer cannot have a body (Fetch standard, "null body status"). */
const NULL_BODY_STATUSES = [204, 205, 304];

/** What is wrong with an answer that a fault was to spoil: undefined where it is corrupted in just that way. */
export function validateFaultResponse(fault: ResponseFault, answered: Answered): string | undefined {
  const { status, headers, text } = answered;
  switch (fault.kind) {
    case "status": {
      const retryAfter = headers.get("retry-after") ?? undefined;
      if (status !== fault.status || retryAfter !== fault.retryAfterSeconds?.toString())
        return `The fault asks for ${fault.status}, Retry-After ${fault.retryAfterSeconds}.`;
      return NULL_BODY_STATUSES.includes(status) ? undefined : validateError(answered);
    }
    case "html":
      return status === (fault.status ?? 200) && text.startsWith("<!doctype html>")
        ? undefined
        : `The fault asks for a page, with ${fault.status ?? 200}.`;
    case "redirect":
      return status === 302 && headers.get("location") === fault.to
        ? undefined
        : `The fault asks for a redirect to ${fault.to}.`;
    case "shape":
      if ("body" in fault) return text === JSON.stringify(fault.body) ? undefined : "The fault asks for another body.";
      return validateExchange(answered) ? undefined : "The fault asks for a wrong shape, and it fits the contract.";
    case "empty":
      return status === 200 && text !== "[]" ? "The fault asks for an empty list." : validateExchange(answered);
    case "foreign":
    case "slow":
      return validateExchange(answered);
    case "reset":
    case "stall":
    case "cut":
      return "The fault asks for an answer that does not come to its end.";
    default:
      throw fault satisfies never;
  }
}
