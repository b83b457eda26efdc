import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after.js";

const NOW = "Wed, 01 Jan 2025 00:00:00 GMT";
const now = Date.parse(NOW);

test.for([
  ["0", 0],
  ["7", 7_000],
  ["1.25", 1_250],
  ["1.", undefined],
  [".5", undefined],
  ["1.x", undefined],
  ["1 2", undefined],
  // From a gateway and from the API.
  ["7, 9", 7_000],
  ["soon, 7", undefined],
  // With a decimal comma.
  ["1,5", undefined],
  ["-5", undefined],
  ["1e3", undefined],
  ["", undefined],
  ["soon", undefined],
  ["Wed", undefined],
  // `Date.parse` of some engines takes these for dates.
  ["No 5", undefined],
  ["1 Jan 2030", undefined],
  ["2030-01-01", undefined],
  ["Wed, 01 Jan 2025 00:00:03 GMT", 3_000],
  ["Wednesday, 01-Jan-25 00:00:03 GMT", 3_000],
  ["Wed Jan  1 00:00:03 2025", 3_000],
  ["Fri Jan 10 00:00:00 2025", 777_600_000],
  ["Tue, 31 Dec 2024 23:00:00 GMT", 0],
] as const)("parseRetryAfter reads Retry-After: %s as %s ms", ([value, ms]) => {
  expect(parseRetryAfter(new Headers({ date: NOW, "retry-after": value }), 503)).toBe(ms);
});

test.for([
  ["3", 3_000],
  ["999999999", 999_999_999_000],
  // From here on, it is a point in time.
  [`${now / 1_000 + 5}`, 5_000],
  ["1000000000", 0],
  ["999999999999", 999_999_999_999_000 - now],
  ["1000000000000", 0],
  [`${now + 5_000}`, 5_000],
  ["tomorrow", undefined],
] as const)("parseRetryAfter reads a reset of %s as %s ms", ([value, ms]) => {
  for (const prefix of ["ratelimit", "x-ratelimit"])
    expect(parseRetryAfter(new Headers({ date: NOW, [`${prefix}-reset`]: value }), 429)).toBe(ms);
});

test.for([
  [429, {}, 3_000],
  [429, { "ratelimit-remaining": "5" }, 3_000],
  [503, { "ratelimit-remaining": "0" }, 3_000],
  [503, { "x-ratelimit-remaining": "0" }, 3_000],
  [503, { "ratelimit-remaining": "5" }, undefined],
  [503, {}, undefined],
] as const)("parseRetryAfter reads the reset of %i with %j as %s ms", ([status, remaining, ms]) => {
  expect(parseRetryAfter(new Headers({ "ratelimit-reset": "3", ...remaining }), status)).toBe(ms);
});

test("parseRetryAfter prefers milliseconds, then Retry-After, then a reset", () => {
  const headers = new Headers({ "retry-after-ms": "700", "retry-after": "9", "ratelimit-reset": "3" });
  expect(parseRetryAfter(headers, 429)).toBe(700);
  headers.set("retry-after-ms", "soon");
  expect(parseRetryAfter(headers, 429)).toBe(9_000);
  headers.set("retry-after", "soon");
  expect(parseRetryAfter(headers, 429)).toBe(3_000);
});
