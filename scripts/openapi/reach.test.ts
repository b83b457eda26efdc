import { expect, test } from "vitest";
import { baseDocument } from "../semver/fixtures/base-document.ts";
import type { Document } from "./document.ts";
import { findReach } from "./reach.ts";

test("findReach follows references from requests and responses into schemas", () => {
  const document = structuredClone(baseDocument) as Document;
  Object.assign(document.components?.schemas?.PetInput ?? {}, {
    allOf: [{ type: "object", properties: { parents: { type: "array", items: schema("PetInput") } } }, schema("Owner")],
  });
  const { inRequest, inResponse } = findReach(document);
  const places = {
    "#/components/schemas/PetInput/properties/name": [true, false],
    "#/components/schemas/Owner": [true, true],
    "#/components/schemas/Pet/properties/tags/items": [false, true],
    "#/components/schemas/Problem": [false, true],
    "#/components/parameters/petId/schema": [true, false],
    "#/paths/~1pets/get/parameters/1/schema": [true, false],
    "#/paths/~1pets~1%7BpetId%7D/parameters/0": [true, false],
    "#/paths/~1pets~1{petId}/get/responses/404": [false, true],
    "#/paths/~1pets/get/summary": [false, false],
    "#/components/schemas/Pet2": [false, false],
  };
  for (const [pointer, expected] of Object.entries(places))
    expect([pointer, [inRequest(pointer), inResponse(pointer)]]).toEqual([pointer, expected]);
});

function schema(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}
