import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { consumer } from "./consumer.ts";
import { findFailedAssertions } from "./find-failed-assertions.ts";
import { baseDocument } from "./fixtures/base-document.ts";
import { renderSurface } from "./render-surface.ts";

const contract = new URL("../../packages/types/src/generated/openapi.json", import.meta.url);

test("every type assertion compiles against its own types", { timeout: 60_000 }, async () => {
  const documents = [baseDocument, JSON.parse(await readFile(contract, "utf8")) as Document];
  const surfaces = await Promise.all(documents.map(renderSurface));
  const projects = surfaces.flatMap((surface) =>
    [true, false].map((named) => ({ files: surface.files, named, assertions: consumer(surface, named) })),
  );
  expect(surfaces.flatMap(({ rejected }) => rejected)).toEqual([]);
  expect(Math.min(...projects.map(({ assertions }) => assertions.length))).toBeGreaterThan(50);
  expect(findFailedAssertions(projects).flat()).toEqual([]);
});
