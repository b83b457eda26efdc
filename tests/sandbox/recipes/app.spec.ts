import { test as base, expect } from "@playwright/test";
import { type SandboxServer, startServer } from "@serviceform/sandbox/server";

const test = base.extend<{ server: SandboxServer }>({
  // A server of its own for each test, on any free port.
  server: async ({ baseURL: _ }, use) => {
    const server = await startServer();
    await use(server);
    await server.close();
  },
});

test("a customer who is added stands in the list and in the API", async ({ page, server }) => {
  await page.goto(`/?api=${server.url}`);
  await page.getByLabel("Name").fill("Acme");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("listitem").last()).toHaveText("Acme");
  expect(server.sandbox.store.items.at(-1)).toMatchObject({ primary_field: "Acme" });
});

test("an outage is shown to the user", async ({ page, server }) => {
  server.sandbox.faults.add({ kind: "status", status: 503, operation: "listItems", times: Infinity });
  await page.goto(`/?api=${server.url}`);
  await expect(page.getByRole("alert")).toContainText("503");
});
