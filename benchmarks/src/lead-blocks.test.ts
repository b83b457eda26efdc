import { expect, test } from "vitest";
import { createDistinctLeadBlocks, createLeadBlocks } from "./lead-blocks.ts";

test.each([0, 1, 99, 100, 101, 250])("makes a JSON array of %i leads", (count) => {
  const leads = JSON.parse(Buffer.concat([...createLeadBlocks(count)]).toString()) as { id: string }[];
  expect(leads).toHaveLength(count);
  expect(leads.every(({ id }) => id.startsWith("lead-"))).toBe(true);
});

test.each([0, 1, 99, 100, 101, 250])("makes a JSON array of %i distinct leads", (count) => {
  const leads = JSON.parse(Buffer.concat([...createDistinctLeadBlocks(count)]).toString()) as { id: string }[];
  expect(leads.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, index) => `lead-${index}`));
});

test("changes one lead in a hundred, and no key", () => {
  const [first, changed] = (["first", "changed"] as const).map(
    (version) => JSON.parse(Buffer.concat([...createDistinctLeadBlocks(250, version)]).toString()) as { id: string }[],
  );
  const differences = first?.filter((lead, index) => JSON.stringify(lead) !== JSON.stringify(changed?.[index]));
  expect(differences?.map(({ id }) => id)).toEqual(["lead-0", "lead-100", "lead-200"]);
  expect(changed?.map(({ id }) => id)).toEqual(first?.map(({ id }) => id));
});

test("makes leads of about 1 kB", () => {
  const bytes = Buffer.concat([...createLeadBlocks(1_000)]).length / 1_000;
  expect(bytes).toBeGreaterThan(900);
  expect(bytes).toBeLessThan(1_100);
});
