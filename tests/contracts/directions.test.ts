import { expect, test } from "vitest";
import { requiredElsewhere } from "./cases/directions.ts";
import { loadContract } from "./load-contract.ts";

const { validators } = await loadContract(requiredElsewhere);

test.for([
  ["createOwner", { trick: "sit" }, true],
  ["createOwner", {}, false],
  ["createPart", { name: "Rex" }, true],
  ["createPart", {}, false],
  ["createForm", { nick: "R" }, true],
  ["createForm", {}, false],
  ["createMixed", { lives: "9" }, true],
  ["createMixed", { weight: "1" }, false],
  ["createMixed", { id: "1", weight: "1" }, true],
] as const)(
  "a request lacks a read-only property that another part requires: %s %j: %s",
  ([operation, value, isValid]) => {
    expect(validators[operation]?.input.validate({ body: value }).length === 0).toBe(isValid);
  },
);

test.for([
  ["createOwner", { trick: "sit" }],
  ["createPart", { name: "Rex" }],
  ["createForm", { nick: "R" }],
  ["createMixed", { lives: "9" }],
] as const)("a response has the read-only property that another part requires: %s", ([operation, value]) => {
  expect(validators[operation]?.output.validate(value)).not.toEqual([]);
  expect(validators[operation]?.output.validate({ ...value, id: "1" })).toEqual([]);
});
