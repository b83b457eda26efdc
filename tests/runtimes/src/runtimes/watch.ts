import type { Browser } from "../run-page.ts";

/** The used part that Playwright and Puppeteer have in common. */
export interface DrivenBrowser {
  newPage(): Promise<{
    on(event: string, listener: (given: { text?(): string; stack?: string }) => void): void;
    goto(url: string): Promise<unknown>;
  }>;
  close(): Promise<void>;
}

/** A browser whose console output is reported. */
export function watch(browser: DrivenBrowser): Browser {
  return {
    hasConsole: true,
    async open(url, listen) {
      const page = await browser.newPage();
      page.on("console", (message) => listen(message.text?.() ?? ""));
      page.on("pageerror", (error) => listen(error.stack ?? String(error)));
      await page.goto(url);
    },
    close: () => browser.close(),
  };
}
