import { expect, test } from "@playwright/test";

test("with MSW the page calls the real address, and the sandbox in the page responds", async ({ page }) => {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  await page.goto("/");
  await expect(page.getByRole("listitem").first()).toBeVisible();
  const before = await page.getByRole("listitem").count();
  await page.getByLabel("Name").fill("Acme");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(before + 1);
  await expect(page.getByRole("listitem").last()).toHaveText("Acme");
  await expect(page.getByRole("alert")).toBeEmpty();
  expect(urls).toContain("https://link.serviceform.com/flex/spaces/space-customers/items");
});
