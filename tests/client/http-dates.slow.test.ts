import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { clientEntry } from "./runner/client-entry.ts";

const script = `
  const { createClient } = await import(process.argv[1]);
  const headers = { date: "Thu, 01 Jan 2026 00:00:00 GMT", "retry-after": "Thu Jan  1 00:00:10 2026" };
  const onRetry = ({ delayMs }) => {
    console.log(delayMs);
    process.exit();
  };
  const fetch = async () => new Response("", { status: 503, headers });
  await createClient({ apiKey: "key", fetch, retries: { baseDelayMs: 0 }, hooks: { onRetry } }).listLeads();
`;

test.for(["UTC", "America/New_York", "Asia/Kolkata"])("a date in asctime form is UTC in the time zone %s too", (TZ) => {
  const args = ["--input-type=module", "--eval", script, clientEntry];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, TZ } });
  expect(printed.trim()).toBe("10000");
});
