import { expect, test } from "vitest";
import type { Document } from "../openapi/document.ts";
import { baseDocument } from "./golden/base-document.ts";
import { renderSurface } from "./render-surface.ts";

test("a document that generation accepts has methods, and nothing to say", async () => {
  const { files, operations, rejected } = await renderSurface(baseDocument);
  expect([...files.keys()]).toEqual(["paths.ts", "inputs.ts", "schemas.ts", "methods.ts"]);
  expect([operations?.length, rejected]).toEqual([6, []]);
});

test("a server or a key that generation rejects is named, and takes no method away", async () => {
  const { operations, rejected } = await renderSurface(changed((document) => document.servers?.push({ url: "/" })));
  expect(rejected).toEqual([expect.stringMatching(/^Name exactly one server/)]);
  expect(operations).toHaveLength(6);
  const keyless = await renderSurface(changed((document) => delete document.security));
  expect(keyless.rejected).toEqual([expect.stringMatching(/^Name exactly one security scheme/)]);
});

test("all that generation rejects is named at once, and the paths are left", async () => {
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

test("the name of a schema that generation rejects is named", async () => {
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
