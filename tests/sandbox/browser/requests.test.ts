import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createClient } from "@serviceform/client";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startLiveView } from "./live-view.ts";

const { apiKey, url, sandbox, client, open } = await startLiveView();
const spaceId = "space-customers";

const table = (page: Page) => page.getByRole("region", { name: "List of requests" });
const rows = (page: Page) => table(page).getByRole("row");
const details = (page: Page) => page.getByRole("region", { name: /^Request \d+/ });

/** Copies a text from the details of the newest request. */
async function copy(name: string, announcement: string): Promise<string> {
  const { page } = await open("requests", { permissions: ["clipboard-read", "clipboard-write"] });
  await table(page).getByRole("link").first().click();
  await details(page).getByRole("button", { name }).click();
  await page.getByText(announcement).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("new requests appear while the list is open", async () => {
  const { page, problems } = await open();
  await page.getByText("No requests yet").waitFor();
  await client.listItems({ spaceId });
  await rows(page).filter({ hasText: "listItems" }).filter({ hasText: "200" }).waitFor();
  await client.safe.getItem({ spaceId, itemId: "none" });
  await client.getChatStatistics({ metrics: ["totalChats"] });
  await rows(page).nth(1).filter({ hasText: "GET /statistics/chat?metrics=…" }).waitFor();
  await rows(page).nth(2).filter({ hasText: "404" }).waitFor();
  expect(await rows(page).count()).toBe(4);
  expect(problems).toEqual([]);
});

test("a request opens to headers, bodies, time and the fault that hit it, without the key", async () => {
  const { page } = await open();
  sandbox.faults.add({ kind: "latency", ms: 1 });
  await client.createItem({ spaceId, primary_field: "Ace <b>&amp;</b> ع 😀" }, { headers: { "x-trace": "t-1" } });
  await page.getByRole("link", { name: "createItem" }).click();
  const opened = details(page);
  await opened.getByText(`POST /flex/spaces/${spaceId}/items`).waitFor();
  await opened.getByText("Hit by a fault: 1 ms more").waitFor();
  await opened.getByText(/200 after [\d.]+ ms/).waitFor();
  await opened.getByText("Request headers").click();
  await opened.getByText("t-1", { exact: true }).waitFor();
  const body = opened.getByRole("region", { name: "Request body" });
  expect(JSON.parse((await body.textContent()) ?? "")).toEqual({ primary_field: "Ace <b>&amp;</b> ع 😀" });
  await opened
    .getByRole("region", { name: /^Response body/ })
    .getByText('"last_updater": "api"')
    .waitFor();
  expect(await page.content()).not.toContain(apiKey);
  await opened.getByRole("link", { name: "Close" }).click();
  await opened.waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("createItem");
});

test("a revalidating browser is listed with a 304, which its page does not see", async () => {
  const { page, problems } = await open();
  const read = () =>
    page.evaluate(async (key) => (await fetch("/leads", { headers: { "sf-api-key": key } })).status, apiKey);
  expect([await read(), await read()]).toEqual([200, 200]);
  await rows(page).nth(1).filter({ hasText: "listLeads" }).filter({ hasText: "304" }).waitFor();
  await rows(page).nth(2).filter({ hasText: "200" }).waitFor();
  await page.getByRole("link", { name: "listLeads" }).first().click();
  await details(page).getByText("Not sent again: the request names the tag of this response.").waitFor();
  expect(problems).toEqual([]);
});

test("a request without a response has the reason", async () => {
  const { page } = await open();
  sandbox.faults.add({ kind: "reset" });
  await client.safe.listLeads();
  await rows(page).filter({ hasText: "Connection reset" }).filter({ hasText: "no response" }).waitFor();
  await page.getByRole("link", { name: "listLeads" }).click();
  await details(page).getByText("Hit by a fault: Connection reset").waitFor();
  await details(page).getByText("fetch failed").waitFor();
});

test("the copied curl command sends the request again", async () => {
  await client.createItem({ spaceId, primary_field: 'it\'s "quoted" \\ $HOME `x` \u0000 \ud83d\ude00' });
  const command = await copy("Copy as curl", "The curl command is copied.");
  expect(command).not.toContain(apiKey);
  // Asynchronous, since the server that it calls is in this process.
  const environment = { PATH: process.env.PATH, SERVICEFORM_API_KEY: apiKey };
  await promisify(execFile)("sh", ["-c", `${command} --fail --silent`], { env: environment });
  const [first, again] = sandbox.requests;
  expect(again).toMatchObject({ operation: "createItem", body: first?.body, status: 200 });
});

test("the copied TypeScript calls the client's method", async () => {
  await client.listChats({ limit: 2, showMessages: true });
  const lines = (await copy("Copy as TypeScript", "The TypeScript is copied.")).split("\n");
  expect(lines[0]).toBe('import { createClient } from "@serviceform/client";');
  process.env.SERVICEFORM_API_KEY = apiKey;
  const run = new Function("createClient", `return (async () => { ${lines.slice(1).join("\n")} return chats; })()`);
  expect(await run(createClient)).toHaveLength(2);
  expect(sandbox.requests.at(-1)).toMatchObject({ operation: "listChats", body: { limit: 2, showMessages: true } });
});

test("a request that no method sends cannot be copied as TypeScript", async () => {
  const { page } = await open();
  await fetch(`${url}/nothing`);
  await page.getByRole("link", { name: "no operation" }).click();
  expect(await details(page).getByRole("button", { name: "Copy as TypeScript" }).isDisabled()).toBe(true);
});

test("requests are filtered by text and by outcome", async () => {
  const { page } = await open();
  await client.listSpaces();
  await client.safe.getItem({ spaceId, itemId: "none" });
  await rows(page).filter({ hasText: "404" }).waitFor();
  await page.getByRole("searchbox", { name: "Filter requests" }).fill("spaces/space");
  await expect.poll(() => rows(page).count()).toBe(2);
  await page.getByRole("searchbox", { name: "Filter requests" }).fill("");
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("2xx");
  await expect
    .poll(() => rows(page).allTextContents())
    .toEqual([expect.anything(), expect.stringContaining("listSpaces")]);
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("5xx");
  await page.getByText("No request matches the filter.").waitFor();
});

test("a thousand requests have a hundred rows, and an older page stays while new ones arrive", async () => {
  const { page } = await open();
  for (let number = 0; number < 1_000; number += 1) await fetch(`${url}/${number}`);
  await page.getByText("1–100 of 1,000").waitFor();
  expect(await rows(page).count()).toBe(101);
  await page.getByRole("button", { name: "Older" }).click();
  await rows(page).nth(1).filter({ hasText: "GET /899" }).waitFor();
  await fetch(`${url}/more`);
  await page.getByText("102–201 of 1,000").waitFor();
  expect(await rows(page).nth(1).textContent()).toContain("GET /899");
  await page.getByRole("button", { name: "Newer" }).click();
  await rows(page).nth(1).filter({ hasText: "GET /more" }).waitFor();
});

test("the arrow keys move from request to request", async () => {
  const { page } = await open();
  await client.listSpaces();
  await client.listLeads();
  await rows(page).nth(2).waitFor();
  await page.getByRole("link", { name: "listLeads" }).focus();
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("listSpaces");
  await page.keyboard.press("Enter");
  await details(page).getByText("GET /flex/spaces").waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("details");
});
