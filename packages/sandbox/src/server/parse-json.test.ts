import { expect, test } from "vitest";
import { parseJson } from "./parse-json.js";

test("a byte order mark is no part of the text", () => {
  expect(parseJson('\uFEFF{"leads":[]}', "it must be JSON")).toEqual({ leads: [] });
});

test.for([
  ["", "it must be JSON; it ends too early"],
  ['{"leads":[', "it must be JSON; it ends too early"],
  ['{\n"leads" []}', /^it must be JSON; it is invalid at (line 2 column 9|position 10)$/],
] as const)("the text %j is rejected with the place", ([text, message]) => {
  expect(() => parseJson(text, "it must be JSON")).toThrow(message);
});
