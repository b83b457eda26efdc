import { expect, test } from "vitest";
import { documentWith } from "./fixtures/base-document.ts";
import { renderSurface, withoutMethods } from "./render-surface.ts";

test("renderSurface keeps methods when only the server or the key is rejected", async () => {
  const { operations, rejected } = await renderSurface(
    documentWith((document) => Object.assign(document, { servers: [{ url: "/" }] })),
  );
  expect(rejected).toEqual([expect.stringMatching(/^The document has no absolute https URL/)]);
  expect(operations).toHaveLength(6);
  const keyless = await renderSurface(
    documentWith((document) => Object.assign(document, { security: [{ other: [] }] })),
  );
  expect(keyless.rejected).toEqual([expect.stringMatching(/^The document needs the security scheme "other"/)]);
});

test("renderSurface lists every rejection and keeps the paths", async () => {
  const surface = await renderSurface(
    documentWith((document) => {
      delete document.servers;
      Object.assign(document.paths["/owners"]?.get ?? {}, { parameters: [{ name: "a", in: "cookie", schema: {} }] });
    }),
  );
  expect([...surface.files.keys()]).toEqual(["paths.ts"]);
  expect(surface.operations).toBeUndefined();
  expect(surface.rejected).toEqual([
    expect.stringMatching(/^GET \/owners has the cookie parameter "a"/),
    expect.stringMatching(/^The document has no absolute https URL/),
  ]);
});

test("renderSurface reads no value of an example from a server", async () => {
  const examples = { far: { externalValue: "https://api.test/far.json" } };
  const parameters = [{ name: "a", in: "cookie", schema: {}, examples }];
  const surface = await renderSurface(
    documentWith((document) => Object.assign(document.paths["/owners"]?.get ?? {}, { parameters })),
  );
  expect([...(await withoutMethods(surface)).files.keys()]).toEqual(["paths.ts"]);
});
