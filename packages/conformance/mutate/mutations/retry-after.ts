import type { Row } from "../mutation.ts";

export const retryAfter: Row[] = [
  [
    'parseDate(headers.get("date")) ?? Date.now()',
    "Date.now()",
    "a clock that is wrong breaks Retry-After",
    "asks for",
  ],
  ["if (ms !== undefined) return ms;", "", "retry-after-ms is not read", "asks for"],
  ["seconds * 1_000;", "seconds;", "Retry-After counts milliseconds", "Retry-After"],
  ["Math.max(0, date - now)", "date - now", "a Retry-After in the past is a wait below 0", "in the past"],
  ['status === 429 || find("remaining") === "0" ?', "true ?", "a limit that is not reached is waited for", "asks for"],
  ["reset < FIRST_EPOCH_SECOND ?", "true ?", "a reset cannot be a point in time", "asks for"],
  ["|| !HTTP_DATE.test(value)", "", "Retry-After may be a year", "is ignored"],
];
