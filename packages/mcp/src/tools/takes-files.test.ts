import { expect, test } from "vitest";
import { takesFiles } from "./takes-files.js";

const bytes = { type: "string", format: "binary" };

test.for([
  [{ file: bytes }, true],
  [{ files: { type: "array", items: bytes } }, true],
  [{ title: { type: "string", format: "date" } }, false],
  [{}, false],
] as const)("of an input with %j, it is %s that it takes files", ([properties, expected]) => {
  expect(takesFiles({ input: { type: "object", properties } })).toBe(expected);
});
