import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { findChromium } from "./find-chromium.ts";

/** No background requests, and no host names but loopback: the pages must work offline. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Generous: on a busy machine, four megabytes of script take long to run. */
const TIMEOUT_MS = 90_000;

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

export interface OpenPage {
  readonly page: Page;
  /** Errors in the console, scripts that failed, and requests that failed or went to another origin. */
  readonly problems: string[];
}

/** Opens a URL in a new browser profile for the rest of a test, and records its problems. */
export async function openPage(browser: Browser, url: string, options?: BrowserContextOptions): Promise<OpenPage> {
  const opened = await openLastingPage(browser, url, options);
  onTestFinished(() => opened.page.context().close());
  return opened;
}

/** The same for as long as the browser is open: for tests that only read a page that is slow to render. */
export async function openLastingPage(
  browser: Browser,
  url: string,
  options?: BrowserContextOptions,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(TIMEOUT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  const { origin } = new URL(url);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", ({ message }) => problems.push(`error: ${message}`));
  context.on("request", (request) => {
    const target = new URL(request.url());
    // data: and blob: URLs cause no request.
    if (target.origin !== origin && target.protocol !== "data:" && target.protocol !== "blob:")
      problems.push(`request: ${target}`);
  });
  await page.goto(url);
  return { page, problems };
}

/** The brightness of the background of the first such element: from 0, black, to 1, white. */
export function brightness(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? [];
      return parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / (3 * 255);
    });
}

/** By how many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
