import { findExecutable } from "../find-executable.ts";
import { loadTool } from "../load-tool.ts";
import { runPage } from "../run-page.ts";
import type { Runtime } from "../runtime.ts";
import { type DrivenBrowser, watch } from "./watch.ts";

/** The used part of playwright-core. */
interface Playwright {
  readonly chromium: { launch(options: object): Promise<PlaywrightBrowser> };
}

interface PlaywrightBrowser extends DrivenBrowser {
  version(): string;
}

/** Chromium, with the suite bundled and through an import map. */
export const chromium: readonly Runtime[] = [true, false].map((isBundled) => ({
  name: isBundled ? "chromium" : "chromium-unbundled",
  async prepare() {
    const names = ["chromium", "chromium-browser", "google-chrome"];
    const executablePath = findExecutable(names, "apt-get install chromium");
    const { module } = await loadTool<Playwright>("chromium", "playwright-core");
    // Chromium has no sandbox for root, which CI often is; only our own page is opened.
    const browser = await module.chromium.launch({ executablePath, args: ["--no-sandbox"] });
    return {
      version: browser.version(),
      run: (consumer, control) => runPage(watch(browser), { consumer, isBundled }, control),
    };
  },
}));
