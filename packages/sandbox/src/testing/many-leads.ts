import type { Lead } from "@serviceform/types";
import { WHOLE_LIST_LIMIT } from "../http/encoded-list.js";

/** So many leads that a response with them is generated while it is read. */
export function manyLeads(): Lead[] {
  return Array.from({ length: WHOLE_LIST_LIMIT + 10 }, (_, index) => ({ id: `lead-${index + 1}`, name: "Jane Doe" }));
}
