import { expect, test } from "vitest";
import { toWellFormedJson } from "./well-formed-json.js";

test.for([
  { text: "cut \ud83d here", written: "cut \ufffd here" },
  { text: "\udc00\ud800", written: "\ufffd\ufffd" },
  { text: "pair \ud83d\ude00", written: "pair \ud83d\ude00" },
  { text: "no escape \\ud83d", written: "no escape \\ud83d" },
  { text: "after a backslash \\\ud83d", written: "after a backslash \\\ufffd" },
  { text: 'other escapes \u0000\n"', written: 'other escapes \u0000\n"' },
])("JSON of $text has no lone surrogate, in values and in keys", ({ text, written }) => {
  expect(toWellFormedJson({ [text]: [text] })).toBe(JSON.stringify({ [written]: [written] }));
});
