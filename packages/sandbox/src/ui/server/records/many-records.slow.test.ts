import { expect, test } from "vitest";
import { createSandbox } from "../../../testing/sandbox.js";
import { readRecords } from "./read-records.js";

test("a million records are paged without being generated, and searched up to a stated limit", async () => {
  const { store } = createSandbox({ leadCount: 1_000_000, messy: false });
  const page = async (query: string) => (await readRecords(store, ["leads"], new URLSearchParams(query))).json();
  const last = (await page("page=19999")) as { rows: object[]; total: number };
  expect([last.rows.length, last.total]).toEqual([50, 1_000_000]);
  const found = await page("search=lead-49999&sort=");
  expect(found).toMatchObject({ matching: 1, scanned: 50_000 });
});
