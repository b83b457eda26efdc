import { buildSite } from "@serviceform/site/build-site";
import { serveSite } from "@serviceform/site/serve-site";
import { afterAll, expect, test } from "vitest";
import { brightness, launch, openPage, overflow } from "./open-page.ts";

// Below a path, as a host of several sites serves it.
const BASE = "/serviceform-api/";
const { url, close } = await serveSite(await buildSite(BASE), BASE, 0);
const browser = await launch();

afterAll(async () => {
  await browser.close();
  await close();
});

/** One page of each kind. */
const pages = [
  "index.html",
  "guides/index.html",
  "guides/errors.html",
  "packages/client.html",
  "typescript/index.html",
  "typescript/@serviceform/client/interfaces/ClientOptions.html",
  "project/benchmarks.html",
  "http/index.html",
];

test.each(pages)("%s is drawn without a word to anyone else, and fits a phone", async (path) => {
  const { page, complaints } = await openPage(browser, url + path, { viewport: { width: 390, height: 844 } });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(await overflow(page)).toBe(0);
  expect(complaints).toEqual([]);
});

test("the search finds Retry-After and leads to it", async () => {
  const { page, complaints } = await openPage(browser, url);
  await page
    .getByRole("button", { name: /search/i })
    .first()
    .click();
  await page.getByRole("searchbox").fill("Retry-After");
  await page
    .getByRole("option", { name: /How long it waits/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "Retries and time" }).waitFor();
  expect(complaints).toEqual([]);
});

test("the dark mode is chosen on one page and kept on the next, also on the reference of HTTP", async () => {
  const { page } = await openPage(browser, `${url}guides/errors.html`, { colorScheme: "light" });
  expect(await brightness(page, "body")).toBeGreaterThan(0.5);
  await page.getByRole("switch").first().click();
  await expect.poll(() => brightness(page, "body")).toBeLessThan(0.5);
  for (const path of ["guides/options.html", "http/index.html"]) {
    await page.goto(url + path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await expect.poll(() => brightness(page, "body"), { timeout: 10_000 }).toBeLessThan(0.5);
  }
});

test("the reference of HTTP has the nine operations and asks for no key", async () => {
  const { page } = await openPage(browser, `${url}http/index.html`);
  await page.getByRole("heading", { level: 1, name: "Serviceform Public API" }).waitFor();
  expect(await page.getByRole("link", { name: /^(List|Get|Create|Update|Delete) / }).count()).toBeGreaterThanOrEqual(9);
  expect(await page.getByRole("button", { name: /Test request/i }).count()).toBe(0);
});
