import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startLiveView } from "./live-view.ts";

const { sandbox, client, open } = await startLiveView();
const spaceId = "space-customers";

const rows = (page: Page) => page.getByRole("region", { name: "Records" }).getByRole("row");
const search = (page: Page) => page.getByRole("searchbox", { name: "Search every field" });
const MESSY = "quotes \" ' <b>&amp;</b>, عربي \u202eright\u202c 😀 \u0000 \ud800\r\nsecond line";

test("spaces, items, leads and chats are tables with as many records as the store", async () => {
  const { page, problems } = await open("spaces");
  for (const name of ["spaces", "items", "leads", "chats"] as const) {
    const { length } = sandbox.store[name];
    const link = page.getByRole("navigation", { name: "Views" }).locator(`a[href="#${name}"]`);
    await link.click();
    await page.getByRole("heading", { name, exact: false, level: 2 }).waitFor();
    await expect.poll(async () => [name, await rows(page).count()]).toEqual([name, Math.min(length, 50) + 1]);
    // The numbers come with another response than the rows.
    await expect.poll(async () => [name, await link.locator(".count").textContent()]).toEqual([name, `${length}`]);
  }
  expect(problems).toEqual([]);
});

test("leads are searched and sorted", async () => {
  const { page } = await open("leads");
  // Some leads have an empty email, and a search for nothing finds all.
  const sought = sandbox.store.leads.find(({ email }) => email);
  await search(page).fill(String(sought?.email));
  await expect.poll(() => rows(page).count()).toBe(2);
  await page.getByText("1 of 60").waitFor();
  await search(page).fill("");
  await page.getByRole("button", { name: "Email" }).click();
  await expect
    .poll(() => page.getByRole("columnheader", { name: "Email" }).getAttribute("aria-sort"))
    .toBe("ascending");
  const emails = sandbox.store.leads.map(({ email = "" }) => email).filter((email) => email !== "");
  const [smallest = ""] = emails.sort(new Intl.Collator("en", { numeric: true }).compare);
  await rows(page).nth(1).filter({ hasText: smallest }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Email");
});

test("a record opens with every field, and messy texts are shown unchanged", async () => {
  sandbox.store.leads = [{ id: "messy", name: MESSY, history: [{ id: "m", message: "x".repeat(40_000) }] }];
  const { page, problems } = await open("leads");
  await page.getByRole("button", { name: "messy" }).click();
  const dialog = page.getByRole("dialog", { name: "messy" });
  await dialog.getByRole("region", { name: "History" }).waitFor();
  const shown = await dialog.locator("dd").nth(1).textContent();
  expect(shown?.length).toBe(MESSY.length);
  expect(await page.locator("dd b, td b").count()).toBe(0);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("messy");
  expect(problems).toEqual([]);
});

test("an item is created, edited and deleted as the API does it", async () => {
  const { page } = await open("items");
  await page.getByRole("button", { name: "Create an item in a space…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Space" }).selectOption("Bookings");
  await dialog.getByRole("textbox", { name: "Primary field" }).fill("=1+1 عربي");
  await dialog.getByRole("button", { name: "Create an item in a space" }).click();
  await page.getByText("It is created.").waitFor();
  expect(sandbox.store.items.at(-1)).toMatchObject({ space_id: "space-bookings", primary_field: "=1+1 عربي" });

  await search(page).fill("=1+1 عربي");
  await rows(page).nth(1).filter({ hasText: "=1+1 عربي" }).getByRole("button").click();
  await dialog.getByRole("textbox", { name: "Primary field" }).fill("Edited");
  await dialog.getByRole("button", { name: "Update an item" }).click();
  await page.getByText(`${sandbox.store.items.at(-1)?.id} is saved.`).waitFor();
  expect(sandbox.store.items.at(-1)?.primary_field).toBe("Edited");

  const { length } = sandbox.store.items;
  await search(page).fill("Edited");
  await rows(page).nth(1).filter({ hasText: "Edited" }).getByRole("button").click();
  await dialog.getByRole("button", { name: "Delete an item" }).click();
  await page.getByText(/is deleted\./).waitFor();
  expect(sandbox.store.items).toHaveLength(length - 1);
  expect(sandbox.requests).toEqual([]);
});

test("fields that were not edited are saved unchanged, with line breaks", async () => {
  sandbox.store.items = [{ id: "a/b ü", space_id: spaceId, primary_field: MESSY }];
  const { page } = await open("items");
  await page.getByRole("button", { name: "a/b ü" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Update an item" }).click();
  await page.getByText("is saved.").waitFor();
  expect(sandbox.store.items[0]).toMatchObject({ id: "a/b ü", primary_field: MESSY });
});

test("a rejection of the API is shown, and the form stays open", async () => {
  const { page } = await open("items");
  await page.getByRole("button", { name: "item-1", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "item-1" });
  await dialog.waitFor();
  sandbox.store.items = [];
  await dialog.getByRole("button", { name: "Delete an item" }).click();
  await page.getByText(/item-1 .*(does not exist|no item)|no item item-1/i).waitFor();
  expect(await dialog.isVisible()).toBe(true);
});

test("leads and chats cannot be edited, as in the API", async () => {
  const { page } = await open("leads");
  await rows(page).nth(1).getByRole("button").click();
  expect(await page.getByRole("dialog").getByRole("textbox").count()).toBe(0);
  expect(await page.getByRole("button", { name: /^Create an/ }).isVisible()).toBe(false);
});

test("the table shows writes of a client", async () => {
  const { page } = await open("items");
  await search(page).fill("Acme Harbour");
  await page.getByText("No records match.").waitFor();
  const { id: itemId } = await client.createItem({ spaceId, primary_field: "Acme Harbour" });
  await rows(page).filter({ hasText: "Acme Harbour" }).waitFor();
  await client.updateItem({ spaceId, itemId, primary_field: "Acme Harbour Ltd" });
  await rows(page).filter({ hasText: "Acme Harbour Ltd" }).waitFor();
});

test("the CSV file has the records of the search, and no formula", async () => {
  sandbox.store.leads = [
    { id: "a", name: "=cmd|calc" },
    { id: "b", name: "Bob" },
  ];
  const { page } = await open("leads");
  await search(page).fill("cmd");
  await expect.poll(() => rows(page).count()).toBe(2);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("leads.csv");
  const [, row, end] = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect([row?.startsWith("a,'=cmd|calc,"), end]).toEqual([true, ""]);
});

test("a long table is shown page by page", async () => {
  const { page } = await open("leads");
  await page.getByText("1–50 of 60").waitFor();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByText("51–60 of 60").waitFor();
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await page.getByText("1–50 of 60").waitFor();
});
