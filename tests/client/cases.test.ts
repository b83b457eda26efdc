import { allCases } from "./cases/all-cases.ts";
import type { Case } from "./cases/case.ts";
import { testInMemory } from "./runner/test-in-memory.ts";

/** Cases of one title differ in their values only; cases.memory.slow.test.ts runs all of them. */
const PER_TITLE = 4;

testInMemory(allCases.map(([topic, cases]) => [topic, cases.filter(isSampled)]));

function isSampled({ title, by }: Case, index: number, cases: readonly Case[]): boolean {
  const before = cases.slice(0, index).filter((other) => other.title === title && other.by === by);
  return before.length < PER_TITLE;
}
