import { createClient } from "@serviceform/client";
import { startServer } from "@serviceform/sandbox/server";
import { findViolations } from "@serviceform/tests-chromium/find-violations";
import { launch, openPage, overflow } from "@serviceform/tests-chromium/open-page";
import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect, test } from "vitest";

const apiKey = "key-of-the-live-view";
const browser = await launch();
const server = await startServer({ apiKey, now: "2025-06-30T18:00:00Z" });
const { sandbox } = server;
const url = `${server.url}/_sandbox`;
const client = createClient({ apiKey, baseUrl: server.url, retries: 0 });
const spaceId = "space-customers";

beforeEach(() => sandbox.reset());
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(options?: Parameters<typeof openPage>[2]) {
  const opened = await openPage(browser, url, options);
  await opened.page.getByText("Live", { exact: true }).waitFor();
  return opened;
}

const rows = (page: Page) => page.getByRole("table").getByRole("row");

test("calls of a client come in while it is open", async () => {
  const { page, complaints } = await open();
  await page.getByText("Nothing came in yet").waitFor();
  await client.listItems({ spaceId });
  await rows(page).filter({ hasText: "listItems" }).filter({ hasText: "200" }).waitFor();
  await client.safe.getItem({ spaceId, itemId: "none" });
  await client.getChatStatistics({ metrics: ["totalChats"] });
  const statistics = rows(page).nth(1);
  await statistics.filter({ hasText: "GET /statistics/chat?metrics=…" }).waitFor();
  await rows(page).nth(2).filter({ hasText: "404" }).waitFor();
  expect(await rows(page).count()).toBe(4);
  expect(complaints).toEqual([]);
});

test("what a client creates is counted", async () => {
  const { page } = await open();
  const before = sandbox.store.items.filter(({ space_id }) => space_id === spaceId).length;
  const space = page.getByRole("listitem").filter({ hasText: spaceId });
  await space.getByText(`${before} items`).waitFor();
  await client.createItem({ spaceId, primary_field: "Acme" });
  await space.getByText(`${before + 1} items`).waitFor();
});

test("chats are drawn per day and source", async () => {
  const { page } = await open();
  await page.getByRole("img", { name: /^Chats per day and source, from 2025-04-/ }).waitFor();
  const { length } = sandbox.store.chats.filter(({ source }) => source === "website");
  await page
    .getByRole("listitem")
    .filter({ hasText: `website ${length}` })
    .waitFor();
  sandbox.store.chats = [];
  await page.getByText("There are no chats.").waitFor();
});

test("a fault that is switched on meets the client, until it is switched off", async () => {
  const { page } = await open();
  const toggle = page.getByRole("switch", { name: "Error status" });
  await toggle.click();
  await page.getByText("Error status is on.").waitFor();
  for (let call = 0; call < 2; call += 1) {
    expect(await client.safe.listSpaces()).toMatchObject({ ok: false, error: { status: 503 } });
  }
  await page.getByText("503 on any operation, every time").waitFor();
  await toggle.click();
  await page.getByText("Error status is off.").waitFor();
  expect(await client.safe.listSpaces()).toMatchObject({ ok: true });
});

test("every kind of fault can be switched on and off", async () => {
  const { page } = await open();
  const switches = await page.getByRole("switch").all();
  expect(switches).toHaveLength(8);
  for (const toggle of switches) {
    await toggle.click();
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("true");
  }
  expect(new Set(sandbox.faults.list().map(({ kind }) => kind))).toEqual(
    new Set(["status", "latency", "reset", "stall", "cut", "html", "redirect", "shape"]),
  );
  for (const toggle of switches) {
    await toggle.click();
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("false");
  }
  expect(sandbox.faults.list()).toEqual([]);
});

test("a fault with an operation and values of its own is added, met and removed", async () => {
  const { page } = await open();
  await page.getByText("Add a fault with more choice").click();
  await page.getByLabel("What happens").selectOption("Error status");
  await page.getByLabel("Status", { exact: true }).fill("429");
  await page.getByLabel("Retry-After, seconds").fill("7");
  await page.getByRole("combobox", { name: "Operation" }).selectOption("listLeads");
  await page.getByRole("combobox", { name: "Requests" }).selectOption("2");
  await page.getByRole("button", { name: "Add fault" }).click();
  const line = page.getByRole("listitem").getByText("429 with Retry-After 7 on listLeads");
  await line.waitFor();
  expect(await client.safe.listSpaces()).toMatchObject({ ok: true });
  expect(await client.safe.listLeads()).toMatchObject({ ok: false, error: { status: 429, retryAfterMs: 7_000 } });
  await line.filter({ hasText: "once" }).waitFor();
  await page.getByRole("button", { name: /^Remove: 429/ }).click();
  await page.getByText("Removed: 429 with Retry-After 7 on listLeads, once.").waitFor();
  await line.waitFor({ state: "detached" });
  expect(await client.safe.listLeads()).toMatchObject({ ok: true });
});

test("the fault form sets the status of an HTML page and whether the request is carried out", async () => {
  const { page } = await open();
  const { length } = sandbox.store.items;
  await page.getByText("Add a fault with more choice").click();
  await page.getByLabel("What happens").selectOption("Page in HTML");
  await page.getByLabel("Status", { exact: true }).fill("502");
  await page.getByRole("combobox", { name: "Carried out" }).selectOption("yes, although its response is lost");
  await page.getByRole("button", { name: "Add fault" }).click();
  await page.getByText("A page in HTML with 502 on any operation, once, carried out").waitFor();
  expect(await client.safe.createItem({ spaceId, primary_field: "Acme" })).toMatchObject({ error: { status: 502 } });
  expect(sandbox.store.items).toHaveLength(length + 1);

  await page.getByLabel("Status", { exact: true }).fill("200");
  await page.getByRole("combobox", { name: "Carried out" }).selectOption("no");
  await page.getByRole("button", { name: "Add fault" }).click();
  await page.getByText("A page in HTML with 200 on any operation, once, not carried out").waitFor();
  expect(await client.safe.createItem({ spaceId, primary_field: "Acme" })).toMatchObject({ error: { status: 200 } });
  expect(sandbox.store.items).toHaveLength(length + 1);
});

test("reset asks first, and then undoes everything", async () => {
  const { page } = await open();
  const { length } = sandbox.store.items;
  await client.createItem({ spaceId, primary_field: "Acme" });
  sandbox.faults.add({ kind: "reset", operation: "listLeads" });
  await page.getByRole("button", { name: "Reset…" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(sandbox.store.items).toHaveLength(length + 1);
  await page.getByRole("button", { name: "Reset…" }).click();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await page.getByText("Nothing came in yet").waitFor();
  expect(sandbox.store.items).toHaveLength(length);
  expect([sandbox.faults.list(), sandbox.requests]).toEqual([[], []]);
});

test("a keyboard is enough, and each step shows where it is", async () => {
  const { page } = await open();
  const reached: string[] = [];
  const press = async (key: string) => {
    await page.keyboard.press(key);
    const [name, outline] = await page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement?.getAttribute("aria-labelledby");
      const name = (label && document.getElementById(label)?.textContent) ?? activeElement?.textContent;
      return [name ?? "", activeElement ? getComputedStyle(activeElement).outlineStyle : "none"];
    });
    reached.push(name);
    expect([name, outline]).toEqual([name, "solid"]);
    return name;
  };
  const tabTo = async (wanted: string) => {
    for (let step = 0; step < 40; step += 1) if ((await press("Tab")) === wanted) return;
    throw new Error(`Tab does not reach ${wanted}, only ${reached.join(", ")}.`);
  };
  await tabTo("Error status");
  await page.keyboard.press("Space");
  await page.getByText("503 on any operation, every time").waitFor();
  await tabTo("Remove");
  await page.keyboard.press("Enter");
  await expect.poll(() => sandbox.faults.list()).toEqual([]);
  // What was focused is gone; the switch above it has the focus now.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-labelledby"))).toBe("kind-status");
  await tabTo("Add a fault with more choice");
  await page.keyboard.press("Enter");
  await tabTo("Add fault");
  await page.keyboard.press("Enter");
  await expect.poll(() => sandbox.faults.list()).toHaveLength(1);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing wrong with it, %s, with faults and requests",
  async (colorScheme) => {
    const { page } = await open({ colorScheme });
    for (const status of [302, 404, 503]) {
      sandbox.faults.add({ kind: "status", status });
      await client.safe.listSpaces();
    }
    sandbox.faults.add({ kind: "stall", after: "headers", operation: "listLeads" });
    await client.listSpaces();
    await fetch(`${server.url}/nothing`);
    await page.getByText("Add a fault with more choice").click();
    await page.getByText("The same as a table").click();
    await rows(page).filter({ hasText: "/nothing" }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Reset…" }).click();
    expect(await findViolations(page)).toEqual([]);
  },
);

test("a phone of 390 pixels shows it without scrolling sideways, however long a value is", async () => {
  const { page, complaints } = await open({ viewport: { width: 390, height: 844 } });
  const long = "x".repeat(300);
  sandbox.store.spaces.push({ id: long, name: long, fields: [] });
  sandbox.faults.add({ kind: "redirect", to: `https://login.example/${long}`, operation: "listLeads" });
  await client.safe.getItem({ spaceId, itemId: long });
  await rows(page).filter({ hasText: long }).waitFor();
  await page.getByText("The same as a table").click();
  await page.getByText("Add a fault with more choice").click();
  expect(await overflow(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("the key is nowhere in it", async () => {
  const { page } = await open();
  await client.listSpaces();
  await rows(page).filter({ hasText: "listSpaces" }).waitFor();
  expect(await page.content()).not.toContain(apiKey);
});

test("it says when the sandbox is gone, and goes on when it is back", async () => {
  const first = await startServer();
  const { page } = await openPage(browser, `${first.url}/_sandbox`);
  await page.getByText("Live", { exact: true }).waitFor();
  await first.close();
  await page.getByText("Not connected, trying again…").waitFor();
  const second = await startServer({ port: first.port });
  await page.getByText("Live", { exact: true }).waitFor();
  await page.close();
  await second.close();
});

test("the reference and the live view lead to each other", async () => {
  const { page } = await open();
  await page.getByRole("link", { name: "API reference" }).first().click();
  await page.waitForURL(`${server.url}/`);
  await page.getByRole("link", { name: "Live view" }).click();
  await page.waitForURL(url);
});

test("a page of another origin can change nothing and read nothing", async () => {
  const { page } = await openPage(browser, "data:text/html,<title>other</title>");
  const send = (path: string, init: RequestInit) =>
    page.evaluate(
      ([path, init]) =>
        fetch(path as string, init as RequestInit).then(
          ({ type }) => type,
          () => "refused",
        ),
      [`${server.url}/_sandbox/${path}`, init] as const,
    );
  sandbox.faults.add({ kind: "html" });
  const json = { "content-type": "application/json" };
  expect(await send("reset", { method: "POST", headers: json, body: "{}" })).toBe("refused");
  // A simple request is sent without asking; the answer stays hidden, and nothing is done.
  await send("reset", { method: "POST", mode: "no-cors", body: "{}" });
  await send("faults", { method: "POST", mode: "no-cors", body: '{"kind":"html"}' });
  expect(await send("events", {})).toBe("refused");
  expect(sandbox.faults.list()).toEqual([{ kind: "html", times: 1 }]);
});
