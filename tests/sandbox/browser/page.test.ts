import { startServer } from "@serviceform/sandbox/server";
import { COLOR_RULES, findViolations } from "@serviceform/tests-chromium/find-violations";
import { openPage, overflow } from "@serviceform/tests-chromium/open-page";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { show, startLiveView, VIEWS } from "./live-view.ts";

const { browser, url, sandbox, client, open } = await startLiveView();
const spaceId = "space-customers";

async function makeTraffic(): Promise<void> {
  for (const status of [302, 404, 503]) {
    sandbox.faults.add({ kind: "status", status });
    await client.safe.listSpaces();
  }
  sandbox.faults.add({ kind: "stall", after: "headers", operation: "listLeads" });
  await client.listSpaces();
  await fetch(`${url}/nothing`);
}

async function openRequest(page: Page): Promise<void> {
  await show(page, "requests");
  await page.getByRole("region", { name: "List of requests" }).getByRole("link").last().click();
  await page.getByRole("button", { name: "Replay" }).waitFor();
}

test("a laptop window fits each view, and only lists scroll", async () => {
  await makeTraffic();
  const { page } = await open();
  for (const view of VIEWS) {
    await show(page, view);
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    });
    expect([view, size]).toEqual([view, [1280, 900]]);
  }
});

test("axe finds no violation in any view, in both color schemes", async () => {
  await makeTraffic();
  const { page } = await open();
  // A new row fades in, with less contrast for a second.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const expectNone = async (what: string) => {
    await page.emulateMedia({ colorScheme: "light" });
    expect([what, "light", await findViolations(page)]).toEqual([what, "light", []]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect([what, "dark", await findViolations(page, COLOR_RULES)]).toEqual([what, "dark", []]);
  };
  for (const view of VIEWS) {
    await show(page, view);
    if (view === "items") await page.getByRole("button", { name: "item-1", exact: true }).waitFor();
    if (view === "statistics") await page.getByText("As a table").first().click();
    if (view === "faults") await page.getByRole("button", { name: "Add fault" }).waitFor();
    await expectNone(view);
  }
  await openRequest(page);
  await expectNone("a request");
  await show(page, "items");
  await page.getByRole("button", { name: "item-1", exact: true }).click();
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  await expectNone("a record");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Reset…" }).click();
  await expectNone("the question before a reset");
});

test("a phone of 390 pixels shows every view without horizontal scrolling, also with long values", async () => {
  const long = "x".repeat(300);
  sandbox.store.spaces.push({ id: long, name: long, fields: [] });
  sandbox.store.items.push({ id: long, space_id: long, primary_field: long });
  sandbox.faults.add({ kind: "redirect", to: `https://login.example/${long}`, operation: "listLeads" });
  await client.safe.getItem({ spaceId, itemId: long });
  const { page, problems } = await open("requests", { viewport: { width: 390, height: 844 } });
  for (const view of VIEWS) {
    await show(page, view);
    expect([view, await overflow(page)]).toEqual([view, 0]);
  }
  await openRequest(page);
  expect(await overflow(page)).toBe(0);
  await page.getByRole("link", { name: "Close the request" }).click();
  await page.getByRole("region", { name: "List of requests" }).getByRole("link").first().waitFor();
  expect(problems).toEqual([]);
});

test("a phone of 390 pixels has both buttons of the head in one row, and Close at the end of a record's head", async () => {
  const { page } = await open("items", { viewport: { width: 390, height: 844 } });
  const boxOf = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  expect((await boxOf(button("Next day"))).y).toBe((await boxOf(button("Reset…"))).y);
  await button("item-1").click();
  const endOf = async (locator: Locator) => {
    const { x, width } = await boxOf(locator);
    return Math.round(x + width);
  };
  expect(await endOf(button("Close"))).toBe(await endOf(page.getByRole("dialog").getByRole("textbox")));
});

test("operations without a handler are named", async () => {
  const { page } = await open();
  expect(await page.getByText("Responses from the contract's examples").isVisible()).toBe(false);
  await page.route("**/_sandbox/setup", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), withoutHandler: ["listNotes", "getNote"] } });
  });
  await page.reload();
  await page.getByText("examples and schemas alone: listNotes, getNote.").waitFor();
});

test("reset requires confirmation, then restores the seed data", async () => {
  const { page } = await open();
  const { length } = sandbox.store.items;
  await client.createItem({ spaceId, primary_field: "Acme" });
  sandbox.faults.add({ kind: "reset", operation: "listLeads" });
  await page.getByRole("button", { name: "Reset…" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(sandbox.store.items).toHaveLength(length + 1);
  await page.getByRole("button", { name: "Reset…" }).click();
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  await page.getByText("No requests yet").waitFor();
  expect(sandbox.store.items).toHaveLength(length);
  expect([sandbox.faults.list(), sandbox.requests]).toEqual([[], []]);
});

test("every control works with the keyboard and shows its focus", async () => {
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
  const tabTo = async (target: string) => {
    for (let step = 0; step < 40; step += 1) if ((await press("Tab")) === target) return;
    throw new Error(`Tab does not reach ${target}, only ${reached.join(", ")}.`);
  };
  await tabTo("Error status");
  await page.keyboard.press("Space");
  await page.getByText("503 on any operation, every time").waitFor();
  await tabTo("Remove");
  await page.keyboard.press("Enter");
  // Until its row is gone, Tab would reach the button that is about to be removed.
  await page.getByRole("button", { name: "Remove: 503" }).waitFor({ state: "detached" });
  expect(sandbox.faults.list()).toEqual([]);
  // The focused element was removed; the switch above it has the focus.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-labelledby"))).toBe("kind-status");
  await tabTo("Add a fault with more choice");
  await page.keyboard.press("Enter");
  await tabTo("Add fault");
  await page.keyboard.press("Enter");
  await expect.poll(() => sandbox.faults.list()).toHaveLength(1);
});

test("the live view reports a lost connection, and continues when the sandbox is back", async () => {
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

test("a cross-origin page can neither change nor read state", async () => {
  const { page } = await openPage(browser, "data:text/html,<title>other</title>");
  const send = (path: string, init: RequestInit) =>
    page.evaluate(
      ([path, init]) =>
        fetch(path as string, init as RequestInit).then(
          ({ type }) => type,
          () => "refused",
        ),
      [`${url}/_sandbox/${path}`, init] as const,
    );
  sandbox.faults.add({ kind: "html" });
  const json = { "content-type": "application/json" };
  expect(await send("reset", { method: "POST", headers: json, body: "{}" })).toBe("refused");
  // A simple request has no preflight; its response is opaque and has no effect.
  await send("reset", { method: "POST", mode: "no-cors", body: "{}" });
  await send("faults", { method: "POST", mode: "no-cors", body: '{"kind":"html"}' });
  expect(await send("events", {})).toBe("refused");
  expect(sandbox.faults.list()).toEqual([{ kind: "html", times: 1 }]);
});
