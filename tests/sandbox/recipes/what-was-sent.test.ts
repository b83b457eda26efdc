import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { expect, test } from "vitest";

const sandbox = createSandbox();
const serviceform = createClient({ apiKey: "sf_sandbox_key", fetch: sandbox.fetch, headers: { "x-trace": "t-1" } });

test("an item is written and then renamed, and the key is recorded nowhere", async () => {
  const { id } = await serviceform.createItem({ spaceId: "space-customers", primary_field: "Acme" });
  await serviceform.updateItem({ spaceId: "space-customers", itemId: id, primary_field: "Acme Ltd" });
  expect(sandbox.requests).toMatchObject([
    { operation: "createItem", method: "POST", body: { primary_field: "Acme" }, status: 200 },
    { operation: "updateItem", method: "PUT", body: { primary_field: "Acme Ltd" }, headers: { "x-trace": "t-1" } },
  ]);
  expect(sandbox.requests.filter(({ headers }) => "sf-api-key" in headers)).toEqual([]);
});
