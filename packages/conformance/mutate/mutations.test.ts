import { expect, test } from "vitest";
import { findStale } from "./find-stale.ts";
import { mutations } from "./mutations.ts";

test("each mutation finds its code in the client's source, and once", () => {
  expect(findStale(mutations)).toEqual([]);
});
