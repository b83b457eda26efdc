import { startServer } from "@serviceform/sandbox/server";
import { brightness, openLastingPage, openPage, overflow } from "@serviceform/tests-chromium/open-page";
import { type OperationId, operationTable } from "@serviceform/types";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { startLiveView } from "./live-view.ts";

const { browser, url, sandbox } = await startLiveView({ apiKey: `it's-"<the>"&$&-key` });
const reading = await openLastingPage(browser, url);

const PHONE = { width: 390, height: 844 };

const operations = Object.values(openapi.paths).flatMap((item) =>
  Object.entries(item).flatMap(([method, operation]) => (method === "parameters" ? [] : [operation])),
) as { operationId: OperationId; summary: string }[];

test("the reference shows every operation with a client call first, without requests to other hosts", async () => {
  const { page, problems } = reading;
  expect(operations.map(({ operationId }) => operationId)).toEqual(Object.keys(operationTable));
  // Scalar renders a section when it comes into view.
  for (const { operationId, summary } of operations) {
    await page.getByRole("link", { name: summary }).first().click();
    const section = page.getByRole("region", { name: summary });
    await section.getByRole("heading", { name: summary }).waitFor();
    await section.getByText(operationId, { exact: true }).first().waitFor();
    await section.getByText(`serviceform.${operationId}(`).first().waitFor();
  }
  await page.waitForLoadState("networkidle");
  expect(problems).toEqual([]);
});

test("Test Request calls the sandbox with its key, and shows its 200 or 404", async () => {
  const { page, problems } = await openPage(browser, url);
  await page.getByRole("link", { name: "Get an item" }).first().click();
  const client = await openClient(page, "Get an item");
  await client.getByRole("button", { name: /^Send get request/ }).click();
  await client.getByText("200 OK").waitFor();
  const itemId = new URL(String(sandbox.requests[0]?.url)).pathname.split("/").at(-1);
  await client.getByText(`"${itemId}"`).first().waitFor();
  await client.getByRole("button", { name: /^Send get request/ }).click();
  await expect.poll(() => sandbox.requests.length).toBe(2);
  const again = { operation: "getItem", status: 200 };
  await expect.poll(() => sandbox.requests).toMatchObject([again, again]);
  expect(problems).toEqual([]);

  sandbox.store.items = [];
  await client.getByRole("button", { name: /^Send get request/ }).click();
  await client.getByText("404 Not Found").waitFor();
  expect(sandbox.requests[2]).toMatchObject({ operation: "getItem", status: 404 });
});

test("the reference follows the color scheme of the system", async () => {
  const { page: dark } = await openPage(browser, url, { colorScheme: "dark" });
  await dark.getByRole("heading", { name: "Serviceform Public API" }).waitFor();
  for (const [page, isLight] of [
    [dark, false],
    [reading.page, true],
  ] as const) {
    const [body, bar] = await Promise.all([brightness(page, "body"), brightness(page, ".bar")]);
    expect([body > 0.5, bar > 0.5]).toEqual([isLight, isLight]);
  }
});

test("no line of code is clipped, on a laptop and on a phone", async () => {
  const { page } = await openPage(browser, url);
  await page.getByRole("link", { name: "Update an item" }).first().click();
  const code = page.getByRole("region", { name: "Update an item" }).locator("pre");
  await code.first().waitFor();
  const hidden = () =>
    code.evaluateAll((all) =>
      all.map(({ parentElement: box }) => (box?.scrollWidth ?? Number.NaN) - (box?.clientWidth ?? 0)),
    );
  for (const viewport of [{ width: 1280, height: 800 }, PHONE]) {
    await page.setViewportSize(viewport);
    await expect.poll(hidden).toEqual([0, 0]);
  }
});

test("no script of the reference can send cross-origin requests", async () => {
  const other = await startServer();
  const { page } = reading;
  const outcome = await page.evaluate((url) => fetch(url).catch((error: Error) => error.message), `${other.url}/leads`);
  await other.close();
  expect(outcome).toBe("Failed to fetch");
  expect(other.sandbox.requests).toEqual([]);
});

async function openClient(page: Page, summary: string) {
  const section = page.getByRole("region", { name: summary });
  await section.getByRole("button", { name: /Test Request/ }).click();
  return page.getByRole("dialog", { name: "API Client" });
}

test("every operation responds to its prefilled request, in view on a phone", {
  timeout: 30_000 * operations.length,
}, async () => {
  const { page, problems } = await openPage(browser, url);
  const hrefs = new Map<string, string | null>();
  for (const { operationId, summary } of operations)
    hrefs.set(operationId, await page.getByRole("link", { name: summary }).first().getAttribute("href"));
  await page.setViewportSize(PHONE);
  expect(await overflow(page)).toBe(0);

  const isDelete = ({ operationId }: (typeof operations)[number]) => operationTable[operationId].method === "DELETE";
  // Deletions come last, since other operations read the same records.
  for (const { operationId, summary } of operations.toSorted((a, b) => Number(isDelete(a)) - Number(isDelete(b)))) {
    const { method, responseBody, writes } = operationTable[operationId];
    await page.goto(`${url}/${hrefs.get(operationId)}`);
    const client = await openClient(page, summary);
    const before = JSON.stringify(sandbox.store);
    const sent = page.waitForResponse((response) => {
      return response.request().method() === method && !response.url().startsWith(`${url}/_sandbox`);
    });
    await client.getByRole("button", { name: /^Send \w+ request/ }).click();
    const response = await sent;
    expect([operationId, response.ok()]).toEqual([operationId, true]);
    expect(sandbox.requests.at(-1)).toMatchObject({ operation: operationId, status: response.status() });
    if (responseBody !== "none") expect([operationId, hasContent(await response.json())]).toEqual([operationId, true]);
    if (writes) expect([operationId, JSON.stringify(sandbox.store) === before]).toEqual([operationId, false]);

    const status = client.getByText(new RegExp(`^${response.status()} `));
    await expect.poll(async () => [operationId, await isInView(page, status)]).toEqual([operationId, true]);
    if (responseBody !== "none") {
      const body = client.locator(".response-section-content .cm-content");
      await expect.poll(async () => [operationId, await isInView(page, body)]).toEqual([operationId, true]);
    }
    expect([operationId, await overflow(page)]).toEqual([operationId, 0]);
    const close = client.getByRole("button", { name: "Close Client" });
    expect([operationId, await findOverlaps(close)]).toEqual([operationId, []]);
    await close.click();
    await client.waitFor({ state: "hidden" });
  }
  expect(problems).toEqual([]);
});

/** Whether a list or an object contains a value other than zero, empty or null. */
function hasContent(value: unknown): boolean {
  return typeof value === "object" && value !== null ? Object.values(value).some(hasContent) : Boolean(value);
}

/** Whether the start of an element is visible below the bar. */
async function isInView(page: Page, locator: Locator): Promise<boolean> {
  const [bar, box] = [await page.locator(".bar").boundingBox(), await locator.first().boundingBox()];
  if (!bar || !box) return false;
  return box.y >= bar.y + bar.height && box.y + Math.min(box.height, 40) <= PHONE.height;
}

/** The texts and controls that overlap an element. */
function findOverlaps(locator: Locator): Promise<string[]> {
  return locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const points = [left + 2, x, right - 2].flatMap((across) => [top + 2, y, bottom - 2].map((down) => [across, down]));
    const hits = new Set(points.flatMap(([across = 0, down = 0]) => document.elementsFromPoint(across, down)));
    // The page behind the form is ignored.
    const others = [...hits].filter((hit) => hit.children.length === 0 && hit.closest(".bar, [role=dialog]"));
    return others.filter((hit) => !element.contains(hit)).map((hit) => hit.outerHTML);
  });
}

test("an operation that a URL links to has no outline", async () => {
  const { page } = reading;
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
