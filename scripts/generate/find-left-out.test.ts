import { expect, test } from "vitest";
import { findLeftOut } from "./find-left-out.ts";
import { pets, petsWith } from "./fixtures/pets.ts";

test("findLeftOut lists webhooks and callbacks", () => {
  expect(findLeftOut(pets)).toEqual([]);
  expect(findLeftOut(pets, { ...pets, "x-webhooks": {} } as typeof pets)).toHaveLength(1);
  const extended = petsWith((document) => {
    Object.assign(document, { "x-webhooks": { leadCreated: {} } });
    Object.assign(document.paths["/pets"]?.get ?? {}, { callbacks: { onPet: {} } });
  });
  expect(findLeftOut(extended)).toEqual([
    "The document has x-webhooks, which are left out: they are requests to the caller.",
    "GET /pets has callbacks, which are left out: they are requests to the caller.",
  ]);
});
