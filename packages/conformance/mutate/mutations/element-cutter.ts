import type { Row } from "../mutation.ts";

export const elementCutter: Row[] = [
  ["if (byte === 0x7d) fail(index);", "", "a brace closes the array", "ResponseError"],
  ["depth && marks % 3 === 0", "marks % 3 === 0", "arrays follow one another", "ResponseError"],
  ["depth && marks % 3 === 0", "depth", "half a byte order mark is taken", "byte order mark"],
  ["offset + index === marks && ", "", "a byte order mark may stand anywhere", "byte order mark"],
  ["else if (!isBlank(byte)) fail(index);", "", "content may follow the array", "ResponseError"],
  ["escaped ? from + 1 : from", "from", "an escape may not be split", "in pieces of"],
  ["{ stream: true }", "{}", "a character may not be split", "in pieces of"],
  ["!elements.length && !mayBeEmpty", "false", "a trailing comma is taken", "ResponseError"],
  ["if (depth) fail(0);", "", "an array may end early", "ResponseError"],
  ["&& depth === 1) cut", ") cut", "elements are cut at inner commas", "in pieces of"],
  ["byte === 0x5c /* \\ */ ? 2 : 1", "1", "an escaped quote ends a string", "in pieces of"],
  ["escaped = index > bytes.length;", "", "an escape may not be split", "in pieces of"],
  ["inString = false;\n        break;", "break;", "a string has no end", "in pieces of"],
  ["offset += bytes.length;", "", "a byte order mark may come late", "byte order mark"],
  ["marks % 3 === 0", "marks < 4", "half a mark passes", "byte order mark"],
  ["hasCut = true;", "", "a trailing comma is taken after a piece", "ResponseError"],
  ["if (held > maxElementBytes) {", "if (false as boolean) {", "an element may be endless", ["size-limits.test.ts"]],
  ["rest = [];\n    held = 0;", "rest = [];", "a long stream counts as one element", ["size-limits.test.ts"]],
];
