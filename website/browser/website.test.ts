import { globSync } from "node:fs";
import { brightness, launch, openPage, overflow } from "@serviceform/tests-chromium/open-page";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import { afterAll, expect, test } from "vitest";
import { buildSite } from "../src/site/build-site.ts";
import { serveSite } from "../src/site/serve-site.ts";

// Below a path, as a host of several sites serves it.
const BASE = "/serviceform-api/";
const folder = await buildSite(BASE);
const { url, close } = await serveSite(folder, BASE, 0);
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

test.each(pages)("%s is drawn without a word to anyone else", async (path) => {
  const { page, complaints } = await openPage(browser, url + path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
});

test("every page fits a phone and a laptop without scrolling sideways", async () => {
  const all = globSync("**/*.html", { cwd: folder, exclude: ["typescript/@serviceform/*/*/**"] });
  expect(all).toEqual(expect.arrayContaining(pages.filter((path) => !path.includes("@"))));
  const { page } = await openPage(browser, url);
  const wide: string[] = [];
  for (const path of new Set([...all, ...pages])) {
    await page.goto(url + path);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      if ((await overflow(page)) > 0) wide.push(`${path} at ${width}`);
    }
  }
  expect(wide).toEqual([]);
});

test("no table of the errors is cut off on a laptop", async () => {
  const { page } = await openPage(browser, `${url}guides/errors.html`);
  const tables = page.getByRole("table");
  await tables.first().waitFor();
  const hidden = await tables.evaluateAll((all) =>
    all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  );
  expect(hidden).toEqual(hidden.map(() => 0));
});

test("the search finds Retry-After and leads to it", async () => {
  const { page, complaints } = await openPage(browser, url);
  await page
    .getByRole("button", { name: /search/i })
    .first()
    .click();
  await page.getByRole("searchbox").fill("Retry-After");
  await page
    .getByRole("option", { name: /Delays/ })
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

test("the reference of HTTP has every operation and asks for no key", async () => {
  const { page } = await openPage(browser, `${url}http/index.html`);
  await page.getByRole("heading", { level: 1, name: "Serviceform Public API" }).waitFor();
  for (const { summary } of Object.values(openapi.paths).flatMap((item) => Object.values(item)))
    if (summary) expect(await page.getByRole("link", { name: summary }).count()).toBeGreaterThan(0);
  expect(await page.getByRole("button", { name: /Test request/i }).count()).toBe(0);
});
