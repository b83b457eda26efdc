import { expect, test } from "vitest";
import { interleave, median, ratio, shuffle } from "./statistics.ts";

test("median takes the middle value, or the mean of the two middle ones", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 2, 4, 8])).toBe(6);
  expect(median([])).toBeNaN();
});

test("ratio compares within rounds, so that a slow round has no effect", () => {
  expect(ratio([2, 200, 4], [1, 100, 2])).toBe(2);
});

test("shuffle keeps every item", () => {
  const items = [1, 2, 3, 4, 5];
  expect(shuffle(items, () => 0)).toEqual([2, 3, 4, 5, 1]);
  expect(shuffle(items).toSorted()).toEqual(items);
  expect(items).toEqual([1, 2, 3, 4, 5]);
});

test("interleave measures every item once in each round", async () => {
  let clock = 0;
  const order: string[] = [];
  const valuesOf = await interleave(["a", "b"], 3, async (item) => {
    order.push(item);
    return clock++;
  });
  expect([0, 2, 4].map((start) => order.slice(start, start + 2).toSorted())).toEqual(Array(3).fill(["a", "b"]));
  expect(["a", "b"].flatMap(valuesOf).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
});
