import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { compare } from "./compare.ts";
import { consumer } from "./consumer.ts";
import { findFailedAssertions } from "./find-failed-assertions.ts";
import { baseDocument } from "./fixtures/base-document.ts";
import { renderSurface } from "./render-surface.ts";

const contract = new URL("../../packages/types/src/generated/openapi.json", import.meta.url);

test("every type assertion compiles against its own types", async () => {
  const documents = [baseDocument, JSON.parse(await readFile(contract, "utf8")) as Document];
  const surfaces = await Promise.all(documents.map(renderSurface));
  const projects = surfaces.flatMap((surface) =>
    [true, false].map((named) => ({ files: surface.files, named, assertions: consumer(surface, named) })),
  );
  expect(surfaces.flatMap(({ rejected }) => rejected)).toEqual([]);
  expect(Math.min(...projects.map(({ assertions }) => assertions.length))).toBeGreaterThan(50);
  expect(findFailedAssertions(projects).flat()).toEqual([]);
});

test("compare takes the names in the documents if generation rejects one of them", async () => {
  const next = structuredClone(baseDocument) as Document;
  // Generation calls it PromiseModel.
  Object.assign(next.components?.schemas ?? {}, { Promise: { type: "object", description: "Later." } });
  const base = structuredClone(next);
  const session = { name: "session", in: "cookie", schema: { type: "string" } };
  Object.assign(base.paths["/owners"]?.get ?? {}, { parameters: [session] });
  const { changes, rejections } = await compare(base, next);
  expect(rejections).toMatchObject([{ document: "base", hasMethods: false }]);
  expect(changes.filter(({ reason }) => reason.includes("Promise"))).toEqual([]);
});
