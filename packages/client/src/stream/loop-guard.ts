import type { Pagination } from "@serviceform/types";
import { ContractViolation } from "../errors/contract-violation.js";
import type { Call } from "../request/call.js";
import type { Page } from "./read-page.js";

/** How many cursors or URLs are kept, to find a repeated one before its page is read twice. */
const REMEMBERED = 1_000;

/** How many consecutive pages can be empty, as with a filter, before the list counts as endless. */
const MAX_EMPTY_PAGES = 1_000;

/** Creates a function that throws `ContractViolation` for a list that never ends, in bounded memory. */
export function createLoopGuard({ style, parameter }: Pagination, call: Call, input: object): (page: Page) => void {
  const assertNew = createRepeatFinder(style === "link" ? call.requestUrl : input[parameter as keyof object]);
  let emptyPages = 0;
  let previous: string | undefined;
  return ({ items, next, url }) => {
    emptyPages = items.length === 0 ? emptyPages + 1 : 0;
    if (!next) return;
    if (emptyPages > MAX_EMPTY_PAGES) throw new ContractViolation(`the page is empty, as ${MAX_EMPTY_PAGES} before it`);
    if (style !== "offset") return assertNew(url ?? next[parameter as keyof object]);
    // An API that ignores the offset returns the first page forever.
    const text = JSON.stringify(items);
    if (text === previous)
      throw new ContractViolation(`the page is the same as the one before; ${parameter} has no effect`);
    previous = text;
  };
}

function createRepeatFinder(first: unknown): (mark: unknown) => void {
  const recent = new Set<unknown>([first]);
  // Brent's algorithm: an anchor that is kept for twice as many steps each time is found again in a cycle of any
  // length.
  let anchor = first;
  let steps = 0;
  let limit = 1;
  return (mark) => {
    if (recent.has(mark) || mark === anchor) throw new ContractViolation("the next page is one that was read before");
    recent.add(mark);
    const [oldest] = recent;
    if (recent.size > REMEMBERED) recent.delete(oldest);
    steps += 1;
    if (steps < limit) return;
    anchor = mark;
    limit *= 2;
    steps = 0;
  };
}
