import { expect, test } from "vitest";
import { ContractViolation } from "../errors/contract-violation.js";
import type { Call } from "../request/call.js";
import { createLoopGuard } from "./loop-guard.js";
import type { Page } from "./read-page.js";

/** A guard of a list that starts at the cursor 0, as a function of the cursor after each page. */
function createGuard(): (cursor: number, items?: readonly unknown[]) => void {
  const pagination = { style: "cursor", parameter: "cursor", items: { keys: [], isOptional: false } } as const;
  // The guard of a list with cursors reads nothing of the call.
  const assertProgress = createLoopGuard(pagination, {} as Call, { cursor: 0 });
  return (cursor, items = [{}]) => assertProgress({ items, next: { cursor }, url: undefined } satisfies Page);
}

test("forgets all but the last thousand cursors, so that its memory is bounded", () => {
  const addCursor = createGuard();
  for (let cursor = 1; cursor <= 1_100; cursor++) addCursor(cursor);
  expect(() => addCursor(101)).toThrow(ContractViolation);
  expect(() => addCursor(50)).not.toThrow();
});

test.for([2, 999, 1_000, 1_001, 5_000])("finds a cycle of %i pages within four of its lengths", (length) => {
  const addCursor = createGuard();
  expect(() => {
    for (let step = 1; step <= 4 * length; step++) addCursor(step % length);
  }).toThrow("the next page is one that was read before");
});

test("a list can have a thousand empty pages in a row, but no more", () => {
  const addCursor = createGuard();
  for (let cursor = 1; cursor <= 1_000; cursor++) addCursor(cursor, []);
  addCursor(1_001);
  for (let cursor = 1_002; cursor <= 2_001; cursor++) addCursor(cursor, []);
  expect(() => addCursor(2_002, [])).toThrow("the page is empty, as 1000 before it");
});
