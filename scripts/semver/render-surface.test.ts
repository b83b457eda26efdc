import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { baseDocument } from "./fixtures/base-document.ts";
import { renderSurface } from "./render-surface.ts";

test("renderSurface renders methods without issues for an accepted document", async () => {
  const { files, operations, rejected } = await renderSurface(baseDocument);
  expect([...files.keys()]).toEqual(["paths.ts", "inputs.ts", "schemas.ts", "methods.ts"]);
  expect([operations?.length, rejected]).toEqual([6, []]);
});

test("renderSurface keeps methods when only the server or the key is rejected", async () => {
  const { operations, rejected } = await renderSurface(changed((document) => document.servers?.push({ url: "/" })));
  expect(rejected).toEqual([expect.stringMatching(/^Name exactly one server/)]);
  expect(operations).toHaveLength(6);
  const keyless = await renderSurface(changed((document) => delete document.security));
  expect(keyless.rejected).toEqual([expect.stringMatching(/^Name exactly one security scheme/)]);
});

test("renderSurface lists every rejection and keeps the paths", async () => {
  const surface = await renderSurface(
    changed((document) => {
      delete document.servers;
      Object.assign(document.paths["/owners"]?.get ?? {}, { operationId: "then" });
    }),
  );
  expect([...surface.files.keys()]).toEqual(["paths.ts"]);
  expect(surface.operations).toBeUndefined();
  expect(surface.rejected).toEqual([
    expect.stringMatching(/^GET \/owners has the operationId "then"/),
    expect.stringMatching(/^Name exactly one server/),
  ]);
});

test("renderSurface lists the rejected name of a schema", async () => {
  const { operations, rejected } = await renderSurface(
    changed((document) => Object.assign(document.components?.schemas ?? {}, { Promise: { type: "object" } })),
  );
  expect(operations).toBeUndefined();
  expect(rejected).toEqual([expect.stringMatching(/^The name Promise would hide a type/)]);
});

function changed(change: (document: Document) => void): Document {
  const copy = structuredClone(baseDocument) as Document;
  change(copy);
  return copy;
}
