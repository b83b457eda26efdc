import { expect, test } from "vitest";
import { createCycleFinder } from "./find-cycles.ts";

const edges: Readonly<Record<string, readonly string[]>> = {
  tail: ["a", "leaf"],
  a: ["b", "leaf"],
  b: ["c"],
  c: ["b", "a", "leaf"],
  self: ["self", "leaf"],
  leaf: [],
  fork: ["left", "right"],
  left: ["leaf"],
  right: ["leaf", "tail"],
};

test("a node is cyclic if it leads back to itself, whichever is asked for first", () => {
  const names = Object.keys(edges);
  for (const first of names) {
    const isCyclic = createCycleFinder((node) => edges[node] ?? []);
    const found = [first, ...names].filter(isCyclic);
    expect([...new Set(found)].sort()).toEqual(["a", "b", "c", "self"]);
  }
});

test("a ring of 100 000 nodes is read once", () => {
  const length = 100_000;
  let reads = 0;
  const isCyclic = createCycleFinder((node) => {
    reads += 1;
    return [String((Number(node) + 1) % length)];
  });
  const nodes = Array.from({ length }, (_, index) => String(index));
  expect(nodes.every(isCyclic)).toBe(true);
  expect(reads).toBeLessThanOrEqual(2 * length);
});
