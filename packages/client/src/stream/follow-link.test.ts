import { expect, test } from "vitest";
import { findNextLink } from "./follow-link.js";

test.for([
  ["<a>;rel=next", "a"],
  ['<a> ; rel = "next"', "a"],
  ['<a>\t;\trel\t=\t"next"', "a"],
  ["<a>;  REL  =  Next", "a"],
  ['<a>; rel="prev  next"', "a"],
  ["<a>; crossorigin; rel=next; title=x", "a"],
  ['<a>; title=""; rel="next"', "a"],
  ['<a>; title="b, <c>; rel=prev"; rel=next', "a"],
  ['<a>; title="\\"; rel=prev"; rel=next', "a"],
  ["<?a,b;c=1>; rel=next", "?a,b;c=1"],
  ["<>; rel=next", ""],
  ["<<b <a>; rel=next", "a"],
  ["<a>; rel=prev, <b>; rel=next, <c>; rel=next", "b"],
  ['<a>, <b>; rel,<c>;rel="next"', "c"],
] as const)("the next link of %s is %s", ([header, target]) => {
  expect(findNextLink(header)).toBe(target);
});

test.for([
  "",
  "a; rel=next",
  "<a>",
  "<a> rel=next",
  "<a>; rel",
  '<a>; rel=""',
  "<a>; rel=nextpage",
  '<a>; rel="next-page prev"',
  "<a>; rel*=next",
  "<a>; xrel=next",
  "<a>; title=next",
  '<a>; title="x; rel=next"',
  '<a>; title="\\"; rel=next"',
  '<a>; title="<b>; rel=next"',
  "<a>; rel=prev; rel=next",
  "<a>; rel; rel=next",
])("%s has no next link", (header) => {
  expect(findNextLink(header)).toBeUndefined();
});
