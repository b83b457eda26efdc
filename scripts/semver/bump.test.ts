import { expect, test } from "vitest";
import { bumpBetween, isBelow, largest } from "./bump.ts";

test("largest returns the largest bump and isBelow finds nothing below none", () => {
  expect(largest(["patch", "major", "minor"])).toBe("major");
  expect(largest([])).toBe("none");
  expect(isBelow("patch", "minor")).toBe(true);
  expect(isBelow("none", "none")).toBe(false);
});

test.for([
  ["1.4.2", "1.4.2", "none"],
  ["1.4.2", "1.4.3", "patch"],
  ["1.4.2", "1.5.0", "minor"],
  ["1.4.2", "2.0.0", "major"],
  ["1.4.2", "2.0.0-next.1", "major"],
  ["2.0.0", "1.9.9", "none"],
] as const)("from %s to %s is %s", ([earlier, later, bump]) => {
  expect(bumpBetween(earlier, later)).toBe(bump);
});
