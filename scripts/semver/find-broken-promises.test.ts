import { expect, test } from "vitest";
import type { Bump } from "./bump.ts";
import { findBrokenPromises } from "./find-broken-promises.ts";

const minor = {
  bump: "minor",
  changes: [{ bump: "minor", subject: "Pet.age", reason: "It is new." }],
  rejections: [],
} as const;

test("a package needs a changeset that promises what the contract asks for", () => {
  expect(judge({}, "1.0.0")).toEqual(["a and b need a minor changeset, but there is none: It is new."]);
  expect(judge({ a: "minor", b: "patch" }, "1.0.0")).toEqual([
    "b needs a minor changeset, but there is only a patch one: It is new.",
  ]);
  expect(judge({ a: "minor", b: "major" }, "1.0.0")).toEqual([]);
});

test("a version that has moved already keeps the promise, once the changesets are gone", () => {
  expect(judge({}, "1.1.0")).toEqual([]);
  expect(judge({}, "1.0.1")).toHaveLength(1);
});

function judge(promised: Record<string, Bump>, version: string): string[] {
  const packages = ["a", "b"].map((name) => ({ name, version }));
  return findBrokenPromises(minor, packages, new Map(Object.entries(promised)), "1.0.0");
}
