import { expect, test, vi } from "vitest";
import { createLazyArray, each, unchangedSource } from "./lazy-array.js";

const LONG = 1_000_000;
const make = () => vi.fn((index: number) => ({ index }));

test("a short list is an ordinary one", () => {
  const list = createLazyArray(3, (index) => ({ index }));
  expect(structuredClone(list)).toEqual([{ index: 0 }, { index: 1 }, { index: 2 }]);
});

test("a long list generates the elements that are read, and keeps them", () => {
  const maker = make();
  const list = createLazyArray(LONG, maker);
  expect([Array.isArray(list), list.length]).toEqual([true, LONG]);
  expect(list[7]).toBe(list[7]);
  expect(list.at(-1)).toEqual({ index: LONG - 1 });
  expect(5 in list).toBe(true);
  expect(LONG in list).toBe(false);
  expect(list[LONG]).toBeUndefined();
  expect(maker).toHaveBeenCalledTimes(2);
});

test("an iterated long list is not kept", () => {
  const maker = make();
  const list = createLazyArray(10_001, maker);
  const kept = list[2];
  for (let round = 0; round < 2; round += 1) expect([...each(list)]).toHaveLength(10_001);
  expect(maker).toHaveBeenCalledTimes(2 * 10_001 - 1);
  expect([...each(list)][2]).toBe(kept);
});

test("a long list can be changed like any other", () => {
  const list = createLazyArray(20_000, (index) => ({ index }));
  list[1] = { index: -1 };
  list.push({ index: 20_000 });
  expect(list.pop()).toEqual({ index: 20_000 });
  expect(list.pop()).toEqual({ index: 19_999 });
  expect(list.shift()).toEqual({ index: 0 });
  expect([list.length, list[0], list[1], list.at(-1)]).toEqual([
    19_998,
    { index: -1 },
    { index: 2 },
    { index: 19_998 },
  ]);
  expect(list.filter(({ index }) => index < 0)).toHaveLength(1);
  list.length = 2;
  expect([...each(list)]).toEqual([{ index: -1 }, { index: 2 }]);
});

test.for<[string, (list: { index: number }[]) => void]>([
  ["an element", (list) => void Object.assign(list[7] ?? {}, { index: -1 })],
  ["the list", (list) => void list.pop()],
])("a long list has its source until %s is changed", ([, change]) => {
  const list = createLazyArray(LONG, make());
  expect([list[7], unchangedSource(list)]).toEqual([{ index: 7 }, expect.objectContaining({ length: LONG })]);
  change(list);
  expect(unchangedSource(list)).toBeUndefined();
});
