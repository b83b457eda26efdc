import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { clientEntry } from "./runner/client-entry.ts";

// In a process of its own, since a worker cannot change its time zone.
const script = `
  const { createClient } = await import(process.argv[1]);
  const headers = { date: "Thu, 01 Jan 2026 00:00:00 GMT", "retry-after": "Thu Jan  1 00:00:10 2026" };
  const fetch = async () => new Response("", { status: 503, headers });
  for (const TZ of ["UTC", "America/New_York", "Asia/Kolkata"]) {
    process.env.TZ = TZ;
    const { error } = await createClient({ apiKey: "key", fetch, retries: 0 }).safe.listLeads();
    console.log(error.retryAfterMs, new Date(0).getTimezoneOffset());
  }
`;

test("a date in asctime form is UTC in every time zone", () => {
  const args = ["--input-type=module", "--eval", script, clientEntry];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8" });
  expect(printed).toBe("10000 0\n10000 300\n10000 -330\n");
});
