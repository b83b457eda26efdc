import { expect, test } from "vitest";
import { serveGatedLeads } from "./child/gated-leads.js";
import { killInMidRun } from "./child/kill-in-mid-run.js";
import { createMirror, respondWith } from "./mirror.js";

test("a process that is killed in mid-run leaves whole batches, and the next run is exact", async () => {
  await using mirror = await createMirror();
  const leads = Array.from({ length: 5000 }, (_, index) => ({ id: `lead-${index}`, name: "x".repeat(50) }));
  {
    await using server = await serveGatedLeads(leads, 3500);
    await killInMidRun(mirror.path, server.url);
  }
  const [stored] = mirror.query("select count(*) as n from _leads");
  expect(Number(stored?.n) % 1000).toBe(0);
  expect(Number(stored?.n)).toBeGreaterThan(0);
  expect(mirror.query("select status, ended from run")).toEqual([{ status: "running", ended: null }]);

  const { streams } = await mirror.run({ fetch: respondWith(leads) });
  expect(streams.leads).toMatchObject({ status: "done", seen: 5000, updated: 0 });
  expect(mirror.query("select status from run order by run")).toEqual([{ status: "failed" }, { status: "done" }]);
  expect(mirror.query("select count(*) as n from leads")).toEqual([{ n: 5000 }]);
  expect(mirror.query("select * from _leads_history")).toEqual([]);
});
