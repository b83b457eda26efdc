import { expect, test } from "vitest";
import { findGrowth, type Stage } from "./find-growth.ts";

const flat = { rss: 100_000_000, heap: 10_000_000 };
const stage = (read: number, more: Partial<Stage> = {}): Stage => ({ read, server: flat, reader: flat, ...more });

test("findGrowth accepts constant memory", () => {
  expect(findGrowth([stage(1), stage(5), stage(10, { reader: { rss: 160_000_000, heap: 20_000_000 } })])).toEqual([]);
});

test("findGrowth reports growth of server and reader with its figures", () => {
  const grown = { rss: 300_000_000, heap: 200_000_000 };
  expect(findGrowth([stage(1), stage(5, { server: grown }), stage(10)])).toEqual([
    "The rss of the server grew from 100 to 300 MB between 1 and 5 leads.",
    "The heap of the server grew from 10 to 200 MB between 1 and 5 leads.",
  ]);
  expect(findGrowth([stage(1), stage(5), stage(10, { reader: grown })])).toHaveLength(2);
});

test("findGrowth rejects too few measurements", () => {
  expect(findGrowth([stage(1), stage(10)])).toHaveLength(1);
});
