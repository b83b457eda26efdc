import { findProgram } from "../find-program.ts";
import { loadTool } from "../load-tool.ts";
import { type Browser, runPage } from "../run-page.ts";
import type { Runtime } from "../runtime.ts";

/** What is used of playwright-core. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<PlaywrightBrowser> };
}

interface PlaywrightBrowser {
  version(): string;
  newPage(): Promise<{
    on(event: string, listener: (given: { text?(): string; stack?: string }) => void): void;
    goto(url: string): Promise<unknown>;
  }>;
  close(): Promise<void>;
}

/** Chromium, with the suite in one piece and through an import map. */
export const chromium: readonly Runtime[] = [true, false].map((isBundled) => ({
  name: isBundled ? "chromium" : "chromium-unbundled",
  async prepare() {
    const names = ["chromium", "chromium-browser", "google-chrome"];
    const executablePath = findProgram(names, "apt-get install chromium");
    const { module } = await loadTool<Playwright>("chromium", "playwright-core");
    // Root, which CI often is, has no sandbox of Chromium's; nothing but our own page is opened.
    const browser = await module.chromium.launch({ executablePath, args: ["--no-sandbox"] });
    return {
      version: browser.version(),
      run: (consumer, control) => runPage(watch(browser), isBundled, consumer, control),
    };
  },
}));

function watch(browser: PlaywrightBrowser): Browser {
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
