import { expect, test } from "vitest";
import { compareWithRedocly } from "./compare-with-redocly.ts";
import { baseDocument } from "./fixtures/base-document.ts";

const BASE = JSON.stringify(baseDocument);

test("compareWithRedocly compares each pair on its own, in order", async () => {
  const moved = (url: string) => JSON.stringify({ ...baseDocument, servers: [{ url }] });
  const reports = await compareWithRedocly([
    [BASE, moved("https://a.test")],
    [BASE, BASE],
    [BASE, moved("https://b.test")],
  ]);
  const urls = reports.map((report) => report.map(({ kind, revision }) => [kind, revision?.value]));
  expect(urls[1]).toEqual([]);
  expect(JSON.stringify(urls[0])).toContain("https://a.test");
  expect(JSON.stringify(urls[2])).toContain("https://b.test");
});

test("compareWithRedocly throws what Redocly prints about an invalid document", async () => {
  const pairs = [
    [BASE, BASE],
    [BASE, JSON.stringify({ pets: [] })],
    [BASE, BASE],
  ] as const;
  await expect(compareWithRedocly(pairs)).rejects.toThrow(/^redocly diff failed: [\s\S]*Unsupported specification/);
});
