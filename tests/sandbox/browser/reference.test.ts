import { startServer } from "@serviceform/sandbox/server";
import { brightness, launch, openPage, overflow } from "@serviceform/tests-chromium/open-page";
import { type OperationId, operationTable } from "@serviceform/types";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect, test } from "vitest";

const browser = await launch();
// Tidy, so that the page shows texts as they are in the store.
const server = await startServer({ apiKey: `it's-"<the>&$&-key"`, messy: false });
const { sandbox } = server;

beforeEach(() => sandbox.reset());
afterAll(async () => {
  await browser.close();
  await server.close();
});

const operations = Object.values(openapi.paths).flatMap((item) =>
  Object.entries(item).flatMap(([method, operation]) => (method === "parameters" ? [] : [operation])),
) as { operationId: string; summary: string }[];

test("every operation is there, drawn without a word to anyone else", async () => {
  const { page, complaints } = await openPage(browser, server.url);
  expect(operations.map(({ operationId }) => operationId)).toEqual(Object.keys(operationTable));
  // Scalar draws a section when it comes into view.
  for (const { operationId, summary } of operations) {
    await page.getByRole("link", { name: summary }).first().click();
    const section = page.getByRole("region", { name: summary });
    await section.getByRole("heading", { name: summary }).waitFor();
    await section.getByText(operationId, { exact: true }).first().waitFor();
  }
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
});

test("an operation that is tried out reaches the sandbox with its key, and its 200 is shown", async () => {
  const { page, complaints } = await openPage(browser, server.url);
  const client = await tryOut(page, "Get an item");
  await client.getByRole("button", { name: /^Send get request/ }).click();
  await client.getByText("200 OK").waitFor();
  await client.getByText(String(sandbox.store.items[0]?.primary_field)).first().waitFor();
  expect(sandbox.requests).toMatchObject([{ operation: "getItem", status: 200 }]);
  expect(complaints).toEqual([]);
});

test("what is not there is a 404", async () => {
  const { page } = await openPage(browser, server.url);
  sandbox.store.items = [];
  const client = await tryOut(page, "Get an item");
  await client.getByRole("button", { name: /^Send get request/ }).click();
  await client.getByText("404 Not Found").waitFor();
  expect(sandbox.requests).toMatchObject([{ operation: "getItem", status: 404 }]);
});

test.each(["light", "dark"] as const)("it follows a system that is %s", async (colorScheme) => {
  const { page } = await openPage(browser, server.url, { colorScheme });
  await page.getByRole("heading", { name: "Serviceform Public API" }).waitFor();
  const [body, bar] = await Promise.all([brightness(page, "body"), brightness(page, ".bar")]);
  expect([body > 0.5, bar > 0.5]).toEqual(colorScheme === "light" ? [true, true] : [false, false]);
});

test("a phone of 390 pixels shows it without scrolling sideways", async () => {
  const { page, complaints } = await openPage(browser, server.url, { viewport: { width: 390, height: 844 } });
  await page.getByRole("heading", { name: "Serviceform Public API" }).waitFor();
  expect(await overflow(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("no script in it could ask another origin", async () => {
  const other = await startServer();
  const { page } = await openPage(browser, server.url);
  const outcome = await page.evaluate((url) => fetch(url).catch((error: Error) => error.message), `${other.url}/leads`);
  await other.close();
  expect(outcome).toBe("Failed to fetch");
  expect(other.sandbox.requests).toEqual([]);
});

async function tryOut(page: Page, summary: string) {
  await page.getByRole("link", { name: summary }).first().click();
  const section = page.getByRole("region", { name: summary });
  await section.getByRole("button", { name: /Test Request/ }).click();
  return page.getByRole("dialog", { name: "API Client" });
}

test("each operation shows a call of the client first, by its method", async () => {
  const { page } = await openPage(browser, server.url);
  for (const { operationId, summary } of operations) {
    await page.getByRole("link", { name: summary }).first().click();
    const section = page.getByRole("region", { name: summary });
    await section.getByText(`serviceform.${operationId}(`).first().waitFor();
  }
});

test("each operation that is tried out as it is filled in has a success with something in it", async () => {
  const { page } = await openPage(browser, server.url);
  // The item is deleted last: others read it.
  const order = operations.toSorted(
    (one, other) => Number(/^Delete/.test(one.summary)) - Number(/^Delete/.test(other.summary)),
  );
  for (const { operationId, summary } of order) {
    const client = await tryOut(page, summary);
    const { method, responseBody } = operationTable[operationId as OperationId];
    const sent = page.waitForResponse((response) => response.request().method() === method && isOfApi(response.url()));
    await client.getByRole("button", { name: /^Send \w+ request/ }).click();
    const response = await sent;
    expect([operationId, response.status()]).toEqual([operationId, 200]);
    expect(sandbox.requests.at(-1)).toMatchObject({ operation: operationId, status: 200 });
    if (responseBody !== "none") expect(Object.keys(await response.json())).not.toEqual([]);
    await client.getByRole("button", { name: "Close Client" }).click();
    await client.waitFor({ state: "hidden" });
  }
});

function isOfApi(url: string): boolean {
  return !new URL(url).pathname.startsWith("/_sandbox");
}

test("on a phone the response is in view after Send, and the close button covers nothing", async () => {
  const { page } = await openPage(browser, server.url, { viewport: { width: 390, height: 844 } });
  await page.goto(`${server.url}/#tag/flex/GET/flex/spaces`);
  const section = page.getByRole("region", { name: "List all spaces" });
  await section.getByRole("button", { name: /Test Request/ }).click();
  const client = page.getByRole("dialog", { name: "API Client" });
  await client.getByRole("button", { name: /^Send get request/ }).click();
  const status = client.getByText("200 OK");
  await status.waitFor();
  await expect.poll(async () => (await status.boundingBox())?.y ?? 9_999).toBeLessThan(400);
  expect(await overflow(page)).toBe(0);
  const close = client.getByRole("button", { name: "Close Client" });
  const [bar, button] = [await page.locator(".bar").boundingBox(), await close.boundingBox()];
  expect(button?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  await close.click();
  await client.waitFor({ state: "hidden" });
});

test("an operation that an address leads to has no line around it", async () => {
  const { page } = await openPage(browser, server.url);
  await page.getByRole("link", { name: "List chats" }).first().click();
  await page.getByRole("region", { name: "List chats" }).getByRole("heading", { name: "List chats" }).waitFor();
  const outlines = await page.locator('section[tabindex="-1"]').evaluateAll((sections) => {
    for (const section of sections) (section as HTMLElement).focus();
    return sections
      .filter((section) => section.matches(":focus"))
      .map((section) => getComputedStyle(section).outlineStyle);
  });
  expect(outlines).toEqual(["none"]);
});
