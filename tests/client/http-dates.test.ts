import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const script = `
  const { readRetryAfter } = await import(process.argv[1]);
  const date = "Thu, 01 Jan 2026 00:00:00 GMT";
  console.log(readRetryAfter(new Headers({ date, "retry-after": "Thu Jan  1 00:00:10 2026" }), 503));
`;

test.for(["UTC", "America/New_York", "Asia/Kolkata"])("a date in the oldest form is UTC in %s too", (TZ) => {
  const args = [
    "--input-type=module",
    "--eval",
    script,
    `${import.meta.dirname}/../../packages/client/src/retry-after.ts`,
  ];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, TZ } });
  expect(printed.trim()).toBe("10000");
});
