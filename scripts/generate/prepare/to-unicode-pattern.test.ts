import { expect, test } from "vitest";
import { toUnicodePattern } from "./to-unicode-pattern.ts";

test.for([
  [String.raw`^[\w-.]+\:\d+\-\d+$`, String.raw`^[\w\-.]+:\d+-\d+$`],
  [String.raw`^\[[a-z]{1,3}\\?|[^]x]\]$`, String.raw`^\[[a-z]{1,3}\\?|[^]x\]\]$`],
  ["^a{2}b{3,}]$", String.raw`^a{2}b{3,}\]$`],
  [String.raw`^\{[a-z]+}$`, String.raw`^\{[a-z]+\}$`],
] as const)("the pattern %s is %s with the u flag, and matches the same", ([pattern, expected]) => {
  expect(toUnicodePattern(pattern)).toBe(expected);
  for (const text of ["a-b.c:1-2", "[abc\\", "zx]]", "aabbb]", "aabb]", "{ab}", "{}", "]"])
    expect([text, new RegExp(expected, "u").test(text)]).toEqual([text, new RegExp(pattern).test(text)]);
});

test.for([["^[a-z]{1,3}$"], [String.raw`^\p{L}+$`], ["[a-z]{1-3}"], [String.raw`^[\p{Alnum}]+$`], ["a{,3}"]])(
  "the pattern %s stays as it is",
  ([pattern = ""]) => {
    expect(toUnicodePattern(pattern)).toBe(pattern);
  },
);
