import { globSync } from "node:fs";
import { findBrokenWords } from "@serviceform/tests-chromium/find-broken-words";
import { findClipped } from "@serviceform/tests-chromium/find-clipped";
import { COLOR_RULES, findViolations } from "@serviceform/tests-chromium/find-violations";
import { brightness, launch, type OpenPage, openLastingPage, openPage } from "@serviceform/tests-chromium/open-page";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import { afterAll, expect, test } from "vitest";
import { buildSite } from "../src/site/build-site.ts";
import { serveSite } from "../src/site/serve-site.ts";

// Below a path, as a host of several sites serves it.
const BASE = "/serviceform-api/";
const folder = await buildSite(BASE);
const { url, close } = await serveSite(folder, BASE, 0);
const browser = await launch();

/** Generous, as all limits here: on a busy machine the index of the search takes seconds to arrive. */
const PATIENT = { timeout: 60_000 };

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
  "http/list-chats.html",
  "http/lead.html",
];

test.each([...pages, "guides/compare.html", "guides/connect-an-assistant.html"])(
  "%s loads nothing from other hosts, and axe finds no violation",
  async (path) => {
    const { page, problems } = await openPage(browser, url + path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(problems).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
  },
);

test("no page, table or code is cut off between a phone and a large screen", { timeout: 1_200_000 }, async () => {
  const all = globSync("**/*.html", { cwd: folder });
  expect(all).toEqual(expect.arrayContaining(pages));
  // Pages have their whole layout without scripts, which would take most of the time.
  const { page } = await openPage(browser, url, { javaScriptEnabled: false });
  const clipped: string[] = [];
  // The pages of a folder have one layout.
  const groups = Object.groupBy(all, (path) => path.split("/")[0] ?? path);
  for (const [group, [first = "", ...others] = []] of Object.entries(groups)) {
    await page.goto(url + first);
    await appendTexts(
      page,
      others.map((path) => url + path),
    );
    for (const width of [390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 844 });
      // Pictures alone differ by scheme, and are widest for the screen of a phone.
      for (const isDark of width === 390 ? [false, true] : [false]) {
        await page.evaluate((force) => document.documentElement.classList.toggle("dark", force), isDark);
        const found = await findClipped(page);
        clipped.push(...found.map((name) => `${group} at ${width}${isDark ? ", dark" : ""}: ${name}`));
      }
    }
  }
  expect(clipped).toEqual([]);
});

/** Puts the texts of other pages below that of a page: one layout of all takes less time than one of each. */
async function appendTexts(page: OpenPage["page"], urls: readonly string[]): Promise<void> {
  const count = await page.evaluate(async (urls) => {
    for (const url of urls) {
      const response = await fetch(url);
      const other = new DOMParser().parseFromString(await response.text(), "text/html");
      document.querySelector(".vp-doc:last-of-type")?.after(...other.querySelectorAll(".vp-doc"));
    }
    await Promise.all(Array.from(document.images, (image) => image.decode()));
    return document.querySelectorAll(".vp-doc").length;
  }, urls);
  if (urls.length > 0) expect(count).toBe(urls.length + 1);
}

test("the words of a table stay whole on a phone", async () => {
  const { page } = await openPage(browser, url, { viewport: { width: 390, height: 844 } });
  const broken: string[] = [];
  for (const path of ["guides/errors.html", "guides/compare.html", "guides/migrate.html", "project/benchmarks.html"]) {
    await page.goto(url + path);
    broken.push(...(await findBrokenWords(page)).map((word) => `${path}: ${word}`));
  }
  expect(broken).toEqual([]);
});

test("the home page shows how to install it, both ways to call, a command and a terminal at once", async () => {
  const { page } = await openPage(browser, url, { viewport: { width: 1280, height: 800 } });
  const parts = [
    page.getByText("npm install @serviceform/client"),
    page.getByText("npx @serviceform/cli leads export"),
    page.getByText("= createClient();"),
    page.getByText("= createFetchClient();"),
    page.getByRole("img", { name: /terminal/ }),
  ];
  for (const part of parts) {
    const { y = 800, height = 0 } = (await part.boundingBox()) ?? {};
    expect(y + height).toBeLessThan(800);
  }
  expect(
    await page.getByRole("img", { name: /terminal/ }).evaluate((image) => (image as HTMLImageElement).naturalWidth),
  ).toBeGreaterThan(0);
});

/** One page for all searches: each new one would load the site and the index once more. */
const search = await openLastingPage(browser, url);
// The button does nothing before the scripts of the page have run.
await search.page.waitForLoadState("networkidle");
await search.page
  .getByRole("button", { name: /search/i })
  .first()
  .click();

test.for([
  ["getting started", "guides/getting-started"],
  ["excel", "guides/leads-in-excel"],
  ["postgres", "guides/leads-in-postgresql"],
  ["pagination", "guides/stream-and-export-leads.html#pagination"],
  ["duplicate", "guides/retries-and-time.html#no-duplicate-writes"],
  ["jest", "guides/test-with-vitest-jest-and-msw.html#jest"],
  ["msw", "guides/test-with-vitest-jest-and-msw"],
  ["commonjs", "guides/use-in-your-runtime.html#commonjs"],
  ["proxy", "guides/use-in-your-runtime.html#behind-a-proxy"],
  ["next", "guides/react"],
  ["tanstack", "guides/react"],
  ["react native", "guides/use-in-your-runtime.html#mobile-apps"],
  ["expo", "guides/use-in-your-runtime.html#mobile-apps"],
  ["cloudflare", "guides/workers-and-edge"],
  ["mcp", "guides/connect-an-assistant"],
  ["cron", "guides/a-weekly-report.html#every-monday-with-cron"],
  ["gdpr", "guides/personal-data"],
  ["another api", "guides/another-api"],
  ["Retry-After", "guides/retries-and-time.html#delays"],
  ["python", "guides/other-languages-and-programs"],
  ["google sheets", "guides/other-languages-and-programs"],
  ["zapier", "guides/other-languages-and-programs.html#zapier"],
  ["curl", "guides/other-languages-and-programs.html#with-curl"],
  ["logging", "guides/handle-errors.html#log"],
  ["esm", "guides/use-in-your-runtime"],
  ["rate limit", "guides/retries-and-time.html#delays"],
  ["timeout", "guides/retries-and-time.html#change-retries-and-timeouts"],
  ["429", "guides/retries-and-time.html#what-is-retried"],
  ["403", "guides/authenticate.html#when-the-key-is-wrong"],
  ["error", "guides/handle-errors"],
  ["api key", "guides/authenticate"],
  [".env", "guides/authenticate.html#from-the-environment"],
  ["install", "guides/getting-started.html#install-and-windows-problems"],
  ["windows", "guides/getting-started.html#install-and-windows-problems"],
  ["command not found", "guides/getting-started.html#install-and-windows-problems"],
  ["sqlite", "guides/leads-in-postgresql"],
  ["password", "guides/leads-in-postgresql"],
  ["upload", "guides/import-items"],
  ["delete", "guides/personal-data.html#a-person-wants-to-be-deleted"],
  ["chatgpt", "guides/connect-an-assistant.html#chatgpt"],
  ["cursor", "guides/connect-an-assistant"],
  ["react", "guides/react"],
  ["cli", "packages/cli"],
  ["sveltekit", "guides/react.html#other-frameworks"],
  ["nuxt", "guides/react.html#other-frameworks"],
  ["angular", "guides/react.html#vite"],
  ["vue", "guides/react.html#vite"],
  ["github actions", "guides/leads-in-excel.html#every-night"],
  ["apps script", "guides/other-languages-and-programs.html#google-sheets"],
  ["power bi", "guides/other-languages-and-programs.html#from-a-file"],
  ["bigquery", "guides/other-languages-and-programs.html#from-a-file"],
  ["lambda", "guides/use-in-your-runtime.html#node"],
  ["certificate", "guides/use-in-your-runtime.html#with-your-own-certificate"],
  ["changelog", "guides/keep-up-with-the-api.html#read-the-version"],
  ["upgrade", "guides/keep-up-with-the-api.html#read-the-version"],
] as const)("the search for %s begins with %s", async ([words, target]) => {
  const { page, problems } = search;
  const results = page.getByRole("option");
  // The results of the words before could match too.
  await page.getByRole("searchbox").fill("");
  await expect.poll(() => results.count(), PATIENT).toBe(0);
  await page.getByRole("searchbox").fill(words);
  await expect.poll(() => results.first().getByRole("link").getAttribute("href"), PATIENT).toContain(target);
  expect(problems).toEqual([]);
});

test("a result of the search leads to its page", async () => {
  const { page } = search;
  await page.getByRole("searchbox").fill("pagination");
  await page.getByRole("option", { name: "Pagination" }).first().getByRole("link").click();
  await page.waitForURL("**/guides/stream-and-export-leads.html#pagination");
  await page.getByRole("heading", { level: 1, name: "Stream and export leads" }).waitFor();
});

test("the navigation leads from the home page to every part and back", async () => {
  const { page } = await openPage(browser, url);
  for (const name of ["Guides", "Packages", "HTTP", "TypeScript", "Project"]) {
    const navigation = page.getByRole("navigation");
    if (name === "HTTP" || name === "TypeScript")
      await navigation.getByRole("button", { name: "Reference", exact: true }).hover();
    await navigation.getByRole("link", { name, exact: true }).first().click();
    await expect.poll(() => page.locator(".VPSidebar a").count(), PATIENT).toBeGreaterThan(2);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  }
  await page.getByRole("link", { name: "Serviceform API" }).first().click();
  await page.getByRole("link", { name: "Get started" }).click();
  await page.getByRole("heading", { level: 1, name: "Getting started" }).waitFor();
});

test("a block is copied as it is written, though it is wrapped", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { page } = await openPage(browser, `${url}guides/getting-started.html`, {
    permissions,
    viewport: { width: 390, height: 844 },
  });
  const block = page.locator(".vp-code-group", { hasText: "app.mjs" }).last();
  await block.getByRole("button", { name: "Copy Code" }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()), PATIENT)
    .toMatch(/^import \{ createClient \} from "@serviceform\/client";\n\nconst serviceform = createClient\(\);\n/);
});

test("the tab of a block shows the focus of the keyboard", async () => {
  const { page } = await openPage(browser, `${url}http/list-chats.html`);
  await page.getByRole("link", { name: "Try it" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  const tab = page.locator("input:focus + label");
  expect(await tab.textContent()).toBe("By path");
  expect(await tab.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe("solid");
});

test("the dark mode is chosen on one page and kept on the next, also by pictures", async () => {
  const { page } = await openPage(browser, `${url}guides/errors.html`, { colorScheme: "light" });
  expect(await brightness(page, "body")).toBeGreaterThan(0.5);
  await page.getByRole("switch").first().click();
  await expect.poll(() => brightness(page, "body"), PATIENT).toBeLessThan(0.5);
  for (const path of ["guides/options.html", "http/index.html", "index.html"]) {
    await page.goto(url + path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await expect.poll(() => brightness(page, "body"), PATIENT).toBeLessThan(0.5);
  }
  const picture = page.getByRole("img", { name: /terminal/ });
  expect(await picture.evaluate((image) => getComputedStyle(image).colorScheme)).toBe("dark");
});

test.for(["light", "dark"] as const)("text and code can be read in the %s scheme", async (colorScheme) => {
  const { page } = await openPage(browser, url, { colorScheme });
  const violations: string[] = [];
  for (const path of ["index.html", "guides/authenticate.html", "guides/import-items.html", "http/list-chats.html"]) {
    await page.goto(url + path);
    violations.push(...(await findViolations(page, COLOR_RULES)).map((violation) => `${path}: ${violation}`));
  }
  expect(violations).toEqual([]);
});

test.for([
  ["project/contributing.html", "generated from spec/"],
  ["project/contract.html", "one $ref per URL"],
] as const)("a line of the tree in %s goes on indented on a phone", async ([path, text]) => {
  const { page } = await openPage(browser, url + path, { viewport: { width: 390, height: 844 } });
  const line = page.locator(".vp-doc .line", { hasText: text });
  const [first, second] = await line.evaluate((element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const lefts = new Map<number, number>();
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const { index } of node.textContent?.matchAll(/\S/g) ?? []) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { top, left } = range.getBoundingClientRect();
        if (!lefts.has(top)) lefts.set(top, left);
      }
    }
    return [...lefts.values()];
  });
  expect(second).toBeGreaterThan(first ?? 1000);
});

test("a page is printed in dark text, without what can be pressed, and dark on the screen after that", async () => {
  const { page } = await openPage(browser, `${url}guides/authenticate.html`, { colorScheme: "dark" });
  await expect.poll(() => brightness(page, "body"), PATIENT).toBeLessThan(0.5);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  for (const part of ["body", ".vp-doc div[class*=language-]"])
    expect(await brightness(page, part)).toBeGreaterThan(0.8);
  for (const part of [".VPNav", ".VPSidebar", ".VPDocFooter"]) expect(await page.locator(part).isVisible()).toBe(false);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(await brightness(page, "body")).toBeLessThan(0.5);
});

test("a page that does not exist leads to the home page", async () => {
  const { page } = await openPage(browser, `${url}guides/nothing.html`);
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("link", { name: "Home page" }).click();
  await page.getByRole("heading", { level: 1, name: "Serviceform API in your tools" }).waitFor();
});

test.for(pages)("%s has a title and description of its own for search engines and chats", async (path) => {
  const { page } = await openPage(browser, url + path, { javaScriptEnabled: false });
  const read = (name: string) => page.locator(`meta[${name}]`).getAttribute("content");
  expect((await page.title()).startsWith((await read('property="og:title"')) ?? "-")).toBe(true);
  expect(await read('property="og:description"')).toBe(await read('name="description"'));
  expect((await read('name="description"'))?.length).toBeGreaterThan(25);
});

test("the reference of HTTP has a page for every operation and schema, with samples and a way to try it", async () => {
  const { page } = await openPage(browser, `${url}http/index.html`);
  const main = page.getByRole("main");
  const operations = Object.values(openapi.paths).flatMap((item) => Object.values(item));
  const summaries = operations.flatMap(({ summary }) => summary ?? []);
  for (const name of [...summaries, ...Object.keys(openapi.components.schemas)])
    expect(await main.getByRole("link", { name, exact: true }).count(), name).toBe(1);

  await main.getByRole("link", { name: "List all leads" }).click();
  await page.getByRole("heading", { level: 1, name: "List all leads" }).waitFor();
  for (const tab of ["By method", "By path", "Command line", "curl"])
    await main.getByText(tab, { exact: true }).first().waitFor();
  await main.getByRole("link", { name: "Lead", exact: true }).click();
  await main.getByText("jane.doe@example.com").first().waitFor();
  await main.getByRole("link", { name: "List all leads" }).click();
  await main.getByRole("link", { name: "Try it" }).click();
  await main.getByText("npx @serviceform/sandbox --port 4010").first().waitFor();
});
