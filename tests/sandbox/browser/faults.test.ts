import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startLiveView } from "./live-view.ts";

const { sandbox, client, open } = await startLiveView();
const spaceId = "space-customers";
const KINDS = ["status", "latency", "slow", "reset", "stall", "cut", "html", "redirect", "shape", "empty", "foreign"];

/** Opens the form for a fault with more choice, with a kind. */
async function openForm(page: Page, kind: string): Promise<void> {
  await page.getByText("Add a fault with more choice").click();
  await page.getByLabel("What happens").selectOption(kind);
}

test("a fault that is switched on hits requests until it is switched off", async () => {
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
  expect(switches).toHaveLength(KINDS.length);
  for (const toggle of switches) {
    await toggle.click();
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("true");
  }
  expect(new Set(sandbox.faults.list().map(({ kind }) => kind))).toEqual(new Set(KINDS));
  for (const toggle of switches) {
    await toggle.click();
    await expect.poll(() => toggle.getAttribute("aria-checked")).toBe("false");
  }
  expect(sandbox.faults.list()).toEqual([]);
});

test("a fault with an operation and custom values is added, hits and is removed", async () => {
  const { page } = await open();
  await openForm(page, "Error status");
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
  await openForm(page, "Page in HTML");
  for (const [status, choice, words] of [
    [502, "yes, although its response is lost", "carried out"],
    [200, "no", "not carried out"],
  ] as const) {
    await page.getByLabel("Status", { exact: true }).fill(`${status}`);
    await page.getByRole("combobox", { name: "Carried out" }).selectOption(choice);
    await page.getByRole("button", { name: "Add fault" }).click();
    await page.getByText(`A page in HTML with ${status} on any operation, once, ${words}`).waitFor();
    expect(await client.safe.createItem({ spaceId, primary_field: "Acme" })).toMatchObject({ error: { status } });
    expect(sandbox.store.items).toHaveLength(length + 1);
  }
});

test("the fault form rejects a body that is not JSON, and adds nothing", async () => {
  const { page } = await open();
  await openForm(page, "Wrong shape");
  await page.getByLabel("Body, in JSON").fill("{id: 1}");
  await page.getByRole("button", { name: "Add fault" }).click();
  await page.getByText("body must be JSON").waitFor();
  expect(sandbox.faults.list()).toEqual([]);
});
