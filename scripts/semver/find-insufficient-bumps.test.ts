import { expect, test } from "vitest";
import type { Bump } from "./bump.ts";
import { findInsufficientBumps } from "./find-insufficient-bumps.ts";

const minor = {
  bump: "minor",
  changes: [{ bump: "minor", subject: "Pet.age", reason: "It is new." }],
  rejections: [],
} as const;

test("findInsufficientBumps reports a package whose changeset is missing or too small", () => {
  expect(find({}, "1.0.0")).toEqual(["a and b need a minor changeset, but there is none: It is new."]);
  expect(find({ a: "minor", b: "patch" }, "1.0.0")).toEqual([
    "b needs a minor changeset, but there is only a patch one: It is new.",
  ]);
  expect(find({ a: "minor", b: "major" }, "1.0.0")).toEqual([]);
});

test("findInsufficientBumps accepts a version that is already bumped", () => {
  expect(find({}, "1.1.0")).toEqual([]);
  expect(find({}, "1.0.1")).toHaveLength(1);
});

function find(bumps: Record<string, Bump>, version: string): string[] {
  const packages = ["a", "b"].map((name) => ({ name, version }));
  return findInsufficientBumps(minor, packages, new Map(Object.entries(bumps)), "1.0.0");
}
