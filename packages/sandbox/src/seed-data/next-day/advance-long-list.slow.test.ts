import { expect, test } from "vitest";
import { call } from "../../testing/call.js";
import { createSandbox } from "../../testing/sandbox.js";

const NOW = Date.UTC(2026, 4, 1, 12);

test.for([600, 10_500])("a response with %i leads has the data of the day on which it started", async (leadCount) => {
  const sandbox = createSandbox({ now: NOW, leadCount, messy: false });
  const untouched = createSandbox({ now: NOW, leadCount, messy: false });
  const reader = (await call(sandbox, "GET /leads")).body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    if (chunks.length === 2 || chunks.length === 10) sandbox.advance({ changedShare: 0.5, deletedShare: 0.2 });
  }
  expect(Buffer.concat(chunks).toString()).toBe(await (await call(untouched, "GET /leads")).text());
  expect(chunks.length).toBeGreaterThan(10);
});

test("a list that is generated while it is read changes as a short list does", () => {
  const long = createSandbox({ now: NOW, leadCount: 10_500 });
  for (let day = 0; day < 2; day += 1) {
    const before = new Map(Array.from(long.store.leads, (lead) => [lead.id, JSON.stringify(lead)]));
    const { leads } = long.advance({ restoredShare: 0.5 });
    const after = new Map(Array.from(long.store.leads, (lead) => [lead.id, JSON.stringify(lead)]));
    const differing = [...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).map(([id]) => id);
    expect(differing.toSorted()).toEqual(leads.updated.toSorted());
    expect([...before.keys()].filter((id) => !after.has(id)).sort()).toEqual(leads.deleted.toSorted());
    expect([leads.created.length, leads.updated.length, leads.deleted.length]).toEqual([
      Math.round(before.size * 0.02),
      Math.round(before.size * 0.05),
      Math.round(before.size * 0.005),
    ]);
  }
});
