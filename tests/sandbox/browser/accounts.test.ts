import { createClient } from "@serviceform/client";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { show, startLiveView } from "./live-view.ts";

const otherKey = "key-of-the-other-account";
const { apiKey, url, sandbox, client, open } = await startLiveView({ accounts: { [otherKey]: 7 } });
const otherClient = createClient({ apiKey: otherKey, baseUrl: url, retries: 0 });
const spaceId = "space-customers";

const account = (page: Page) => page.getByRole("combobox", { name: "Account" });

async function choose(page: Page, option: string): Promise<void> {
  await account(page).selectOption(option);
  await page.waitForURL(/account=/);
  await page.getByText("Live", { exact: true }).waitFor();
}

test("a selected account has its own records and statistics", async () => {
  const other = sandbox.account(otherKey);
  other.store.chats = [];
  const { page, problems } = await open("leads");
  await page.getByRole("button", { name: String(sandbox.store.leads[0]?.id), exact: true }).waitFor();
  expect(await account(page).locator("option:checked").textContent()).toBe("Account 1 (seed 1)");

  await choose(page, "Account 2 (seed 7)");
  await page.getByRole("button", { name: String(other.store.leads[0]?.id), exact: true }).waitFor();
  expect(await account(page).locator("option:checked").textContent()).toBe("Account 2 (seed 7)");
  await show(page, "chats");
  await page.getByText("No records match.").waitFor();
  await show(page, "statistics");
  await page.getByRole("img", { name: /^Chats by source per day.*at most 0/ }).waitFor();

  await show(page, "items");
  expect(await page.getByRole("link", { name: "Download CSV" }).getAttribute("href")).toContain("account=2");

  await choose(page, "Account 1 (seed 1)");
  await show(page, "statistics");
  await page.getByRole("img", { name: /^Chats by source per day.*at most [1-9]/ }).waitFor();
  expect(await page.content()).not.toMatch(new RegExp(`${apiKey}|${otherKey}`));
  expect(problems).toEqual([]);
});

test("an account lists its own requests and those of no account, and replays one with its own key", async () => {
  const other = sandbox.account(otherKey);
  const { page } = await open();
  await client.listLeads();
  await otherClient.createItem({ spaceId, primary_field: "Acme" });
  await fetch(`${url}/flex/spaces`, { headers: { "sf-api-key": "unknown" } });
  const names = () => page.getByRole("region", { name: "List of requests" }).getByRole("link").allTextContents();
  await expect.poll(names).toEqual(["listSpaces", "listLeads"]);

  await choose(page, "Account 2 (seed 7)");
  await expect.poll(names).toEqual(["listSpaces", "createItem"]);
  const { length } = other.store.items;
  await page.getByRole("link", { name: "createItem" }).click();
  await page.getByRole("button", { name: "Replay" }).click();
  await page.getByText("is sent again.").waitFor();
  await expect.poll(() => other.store.items.length).toBe(length + 1);
  await expect.poll(names).toEqual(["createItem", "listSpaces", "createItem"]);
});

test("the next-day button advances the shown account", async () => {
  const { page } = await open();
  await choose(page, "Account 2 (seed 7)");
  const [leads, otherLeads] = [sandbox.store.leads, sandbox.account(otherKey).store.leads];
  await page.getByRole("button", { name: "Next day" }).click();
  await page.getByText("A day has passed in the sandbox.").waitFor();
  expect(sandbox.store.leads).toBe(leads);
  expect(sandbox.account(otherKey).store.leads).not.toBe(otherLeads);
});
