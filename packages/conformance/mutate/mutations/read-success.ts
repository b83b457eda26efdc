import type { Row } from "../mutation.ts";

export const readSuccess: Row[] = [
  ['answers === "nothing" && !/^\\s*</.test(text)', 'answers === "nothing"', "a page counts as a delete", "HTML"],
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
];
