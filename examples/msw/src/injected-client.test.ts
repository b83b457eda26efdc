// #region test
import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { expect, test } from "vitest";

test("creates an item", async () => {
  const sandbox = createSandbox();
  const serviceform = createClient({ apiKey: "sf_sandbox_key", fetch: sandbox.fetch });

  // Stands for your code, which takes the client.
  await serviceform.createItem({ spaceId: "space-customers", primary_field: "Acme" });

  expect(sandbox.store.items.at(-1)).toMatchObject({ space_id: "space-customers", primary_field: "Acme" });
});
// #endregion
