import { findExecutable } from "../find-executable.ts";
import { loadTool } from "../load-tool.ts";
import { runPage } from "../run-page.ts";
import type { Runtime } from "../runtime.ts";
import { type DrivenBrowser, watch } from "./watch.ts";

/** What is used of playwright-core. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<PlaywrightBrowser> };
}

interface PlaywrightBrowser extends DrivenBrowser {
  version(): string;
}

/** Chromium, with the suite in one piece and through an import map. */
export const chromium: readonly Runtime[] = [true, false].map((isBundled) => ({
  name: isBundled ? "chromium" : "chromium-unbundled",
  async prepare() {
    const names = ["chromium", "chromium-browser", "google-chrome"];
    const executablePath = findExecutable(names, "apt-get install chromium");
    const { module } = await loadTool<Playwright>("chromium", "playwright-core");
    // Root, which CI often is, has no sandbox of Chromium's; nothing but our own page is opened.
    const browser = await module.chromium.launch({ executablePath, args: ["--no-sandbox"] });
    return {
      version: browser.version(),
      run: (consumer, control) => runPage(watch(browser), isBundled, consumer, control),
    };
  },
}));
