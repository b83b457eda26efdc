import type { ResponseFault } from "../faults/fault-list.js";
import { type Exchange, validateError, validateExchange } from "./validate-exchange.js";

/** Statuses whose response cannot have a body (Fetch Standard, "null body status"). */
const NULL_BODY_STATUSES = [204, 205, 304];

/** The issue of an exchange with a fault; undefined if the response is exactly that of the fault. */
export function validateFaultResponse(fault: ResponseFault, exchange: Exchange): string | undefined {
  const { status, headers, text } = exchange;
  switch (fault.kind) {
    case "status": {
      const retryAfter = headers.get("retry-after") ?? undefined;
      if (status !== fault.status || retryAfter !== fault.retryAfterSeconds?.toString())
        return `The fault requires ${fault.status}, Retry-After ${fault.retryAfterSeconds}.`;
      return NULL_BODY_STATUSES.includes(status) ? undefined : validateError(exchange);
    }
    case "html":
      return status === (fault.status ?? 200) && text.startsWith("<!doctype html>")
        ? undefined
        : `The fault requires a page, with ${fault.status ?? 200}.`;
    case "redirect":
      return status === 302 && headers.get("location") === fault.to
        ? undefined
        : `The fault requires a redirect to ${fault.to}.`;
    case "shape":
      if ("body" in fault) return text === JSON.stringify(fault.body) ? undefined : "The fault requires another body.";
      return validateExchange(exchange)
        ? undefined
        : "The fault requires an invalid body, and the contract accepts it.";
    case "empty":
      return status === 200 && text !== "[]" ? "The fault requires an empty list." : validateExchange(exchange);
    case "foreign":
    case "slow":
      return validateExchange(exchange);
    case "reset":
    case "stall":
    case "cut":
      return "The fault requires a response that does not come to its end.";
    default:
      throw fault satisfies never;
  }
}
