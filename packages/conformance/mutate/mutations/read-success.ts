import type { Row } from "../mutation.ts";

export const readSuccess: Row[] = [
  [
    'answers === "array" ? Array.isArray(data) : isRecord(data)',
    'answers !== "array" || Array.isArray(data)',
    "a list may come where an object is due",
    "is due",
  ],
  [
    'answers === "array" ? Array.isArray(data) : isRecord(data)',
    'answers === "array" ? data !== undefined : isRecord(data)',
    "an object may come where a list is due",
    "is due",
  ],
  ["if (!isWhole) return", "if (false as boolean) return", "a large body is a broken one", ["size-limits.test.ts"]],
  ["return /^\\s*</.test(text)", "return /^</.test(text)", "a page after line breaks counts as a delete", "page"],
  ["return /^\\s*</.test(text) ?", "return (false as boolean) ?", "a page counts as a delete", "page"],
];
