import { expect, test, vi } from "vitest";
import { createLazyArray, each, indicesOf, removeAt } from "./lazy-array.js";

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

test("searches by key create each element of a long list once, and see what has been changed", () => {
  const maker = vi.fn((index: number) => ({ id: `id-${index}`, index }));
  const list = createLazyArray(20_000, maker);
  const find = (id: string): number[] => [...indicesOf(list, id, (element) => element.id)];
  expect([find("id-19999"), find("id-7"), find("id-20000")]).toEqual([[19_999], [7], []]);
  // Once for its hash, and once more to compare the key.
  expect(maker).toHaveBeenCalledTimes(20_000 + 2);
  list[7] = { id: "id-9", index: -1 };
  list.push({ id: "id-9", index: -2 });
  expect([find("id-7"), find("id-9")]).toEqual([[], [7, 9, 20_000]]);
  expect([...indicesOf([{ id: "a" }, { id: "b" }, { id: "a" }], "a", ({ id }) => id)]).toEqual([0, 2]);
});

test("an element is removed from a long list as from a short one", () => {
  const maker = make();
  const list = createLazyArray(20_000, maker);
  const plain = Array.from({ length: 20_000 }, (_, index) => ({ index }));
  for (const index of [19_000, 18_000, 0]) {
    removeAt(list, index);
    removeAt(plain, index);
    expect([list.length, [...each(list)]]).toEqual([plain.length, plain]);
  }
  const calls = maker.mock.calls.length;
  removeAt(list, 5);
  expect([list[5], list.at(-1)]).toEqual([{ index: 7 }, { index: 19_999 }]);
  expect(maker).toHaveBeenCalledTimes(calls);
});
