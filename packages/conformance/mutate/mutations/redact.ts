import type { Row } from "../mutation.ts";

export const redact: Row[] = [
  ["[key, ...values]", "values", "a text keeps the key", ["causes.test.ts"]],
  ["[key, ...values]", "[key]", "a text keeps the values of the query", ["causes.test.ts"]],
  [".filter(Boolean)", "", "without a key every letter is one", ["causes.test.ts"]],
  [
    "text.slice(0, length - longest)",
    "text.slice(0, maxLength)",
    "a key that is cut off is not found",
    ["causes.test.ts"],
  ],
  ["JSON.stringify(value).slice(1, -1), encoded", "encoded", "a key in JSON is not found", ["causes.test.ts"]],
];
