import { createClient, type ServiceformClient } from "@serviceform/client";
import type { Sandbox, SandboxOptions } from "@serviceform/sandbox";
import { startServer } from "@serviceform/sandbox/server";
import { launch, type OpenPage, openPage } from "@serviceform/tests-chromium/open-page";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeEach } from "vitest";

export const VIEWS = ["requests", "spaces", "items", "leads", "chats", "statistics", "faults"];

/** A server with its live view, a client that calls it, and a browser. */
export interface LiveView {
  readonly browser: Browser;
  readonly apiKey: string;
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly client: ServiceformClient;
  /** Opens a view, such as `leads`. */
  open(view?: string, options?: BrowserContextOptions): Promise<OpenPage>;
}

/** Starts them for the tests of a file; the sandbox is reset before each test. */
export async function startLiveView(options: SandboxOptions = {}): Promise<LiveView> {
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
    async open(view = "requests", options) {
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
