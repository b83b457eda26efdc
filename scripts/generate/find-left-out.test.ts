import { expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { findLeftOut } from "./find-left-out.ts";

test("findLeftOut lists webhooks and callbacks", async () => {
  const document = await bundle(`${import.meta.dirname}/fixtures`);
  expect(findLeftOut(document)).toEqual([]);
  expect(findLeftOut(document, { ...document, "x-webhooks": {} } as typeof document)).toHaveLength(1);
  Object.assign(document, { "x-webhooks": { leadCreated: {} } });
  Object.assign(document.paths["/pets"]?.get ?? {}, { callbacks: { onPet: {} } });
  expect(findLeftOut(document)).toEqual([
    "The document has x-webhooks, which are left out: they are requests to the caller.",
    "GET /pets has callbacks, which are left out: they are requests to the caller.",
  ]);
});
