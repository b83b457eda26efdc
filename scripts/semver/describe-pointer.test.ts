import { expect, test } from "vitest";
import { describePointer } from "./describe-pointer.ts";

test.for([
  ["#/components/schemas/Item/properties/created", "Item.created"],
  ["#/components/schemas/Lead/properties/tools/items", "Lead.tools[]"],
  ["#/components/responses/NotFound", "responses.NotFound"],
  ["#/paths/~1flex~1spaces~1{spaceId}~1items/get", "GET /flex/spaces/{spaceId}/items"],
  ["#/paths/~1leads/get/responses/401", "GET /leads: response 401"],
  ["#/paths/~1leads", "/leads"],
  ["#/paths/~1leads/servers/0", "/leads: servers 0"],
  ["#/components/parameters/petId/schema", "parameters.petId schema"],
  ["#/components/parameters/GET ~1pets: limit/schema", "GET /pets: limit schema"],
  ["#/info/contact", "info contact"],
  ["#", "the contract"],
] as const)("%s is %s", ([pointer, text]) => {
  expect(describePointer(pointer)).toBe(text);
});
