import { expect, test } from "vitest";
import { compareWithRedocly } from "./compare-with-redocly.ts";
import { baseDocument } from "./fixtures/base-document.ts";

const BASE = JSON.stringify(baseDocument);

test("compareWithRedocly throws what Redocly prints about an invalid document", async () => {
  const pairs = [
    [BASE, BASE],
    [BASE, JSON.stringify({ pets: [] })],
    [BASE, BASE],
  ] as const;
  await expect(compareWithRedocly(pairs)).rejects.toThrow(/^redocly diff failed: [\s\S]*Unsupported specification/);
});
