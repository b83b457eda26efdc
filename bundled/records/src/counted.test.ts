import { expect, test } from "vitest";
import { counted } from "./counted.js";

test.for([
  [0, "leads", "0 leads"],
  [1, "leads", "1 lead"],
  [2, "leads", "2 leads"],
  [1, "companies", "1 company"],
  [1, "addresses", "1 address"],
  [1, "searches", "1 search"],
  [1, "staff", "1 staff"],
  [1, "access", "1 access"],
] as const)("%i of %s is %s", ([count, plural, text]) => {
  expect(counted(count, plural)).toBe(text);
});
