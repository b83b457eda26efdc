import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { consumer } from "./consumer.ts";
import { findBrokenFacts } from "./find-broken-facts.ts";
import { baseDocument } from "./golden/base-document.ts";
import { renderSurface } from "./render-surface.ts";

const contract = new URL("../../packages/types/src/generated/openapi.json", import.meta.url);

test("the caller's program compiles against the types it was written for", { timeout: 60_000 }, async () => {
  const documents = [baseDocument, JSON.parse(await readFile(contract, "utf8")) as Document];
  const surfaces = await Promise.all(documents.map(renderSurface));
  const projects = surfaces.flatMap((surface) =>
    [true, false].map((named) => ({ files: surface.files, named, facts: consumer(surface, named) })),
  );
  expect(surfaces.flatMap(({ rejected }) => rejected)).toEqual([]);
  expect(Math.min(...projects.map(({ facts }) => facts.length))).toBeGreaterThan(50);
  expect(findBrokenFacts(projects).flat()).toEqual([]);
});
