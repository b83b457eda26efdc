import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { compareTypes } from "./compare-types.ts";
import { baseDocument } from "./fixtures/base-document.ts";
import { renderSurface } from "./render-surface.ts";

test("compareTypes reports type changes that break callers, new ones, and nothing for equal types", async () => {
  const nexts = [
    baseDocument,
    changed((text) => text.replaceAll("Owner", "Person")),
    changed((text) => text.replace('"enum":["cat","dog"]', '"enum":["cat","dog","bird"]')),
  ];
  const base = await renderSurface(baseDocument);
  const surfaces = await Promise.all(nexts.map(async (next) => ({ base, next: await renderSurface(next) })));
  const [same = [], renamed = [], widened = []] = compareTypes(surfaces);
  expect(same).toEqual([]);
  expect(renamed).toContainEqual({
    bump: "major",
    subject: "Owner",
    reason: expect.stringMatching(/^Importing `Owner` no longer compiles: /),
  });
  expect(renamed).toContainEqual({ bump: "minor", subject: "Person", reason: "The type `Person` is new." });
  expect(new Set(widened.map(({ bump }) => bump))).toEqual(new Set(["minor"]));
});

function changed(change: (text: string) => string): Document {
  const before = JSON.stringify(baseDocument);
  const after = change(before);
  expect(after).not.toBe(before);
  return JSON.parse(after) as Document;
}
