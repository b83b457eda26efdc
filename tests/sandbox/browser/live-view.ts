import { createClient } from "@serviceform/client";
import type { SandboxOptions } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import { launch, openPage } from "@serviceform/tests-chromium/open-page";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeEach } from "vitest";

export const VIEWS = ["requests", "spaces", "items", "leads", "chats", "statistics", "faults"];

/**
 * Starts a server with its live view, a client that calls it, and a browser for the tests of a file. The sandbox is
 * reset before each test.
 */
export async function startLiveView(options: SandboxOptions = {}) {
  const { apiKey = "key-of-the-live-view" } = options;
  const browser = await launch();
  const server = await startServer({ ...options, apiKey });
  const { sandbox, url } = server;
  beforeEach(() => sandbox.reset());
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return {
    browser,
    apiKey,
    url,
    sandbox,
    client: createClient({ apiKey, baseUrl: url, retries: 0 }),
    /** Opens a view, such as `leads`. */
    async open(view = "requests", options?: BrowserContextOptions) {
      const opened = await openPage(browser, `${url}/_sandbox#${view}`, options);
      await opened.page.getByText("Live", { exact: true }).waitFor();
      return opened;
    },
  };
}

/** Shows another view in an open page. */
export async function show(page: Page, view: string): Promise<void> {
  const link = page.getByRole("navigation", { name: "Views" }).locator(`a[href="#${view}"]`);
  await link.click();
  await link.and(page.locator("[aria-current]")).waitFor();
}
