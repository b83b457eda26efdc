import { findExecutable } from "../find-executable.ts";
import { loadTool } from "../load-tool.ts";
import { runPage } from "../run-page.ts";
import type { Runtime } from "../runtime.ts";
import { type DrivenBrowser, watch } from "./watch.ts";

/** The used part of puppeteer-core. */
interface Puppeteer {
  readonly launch: (options: object) => Promise<PuppeteerBrowser>;
}

interface PuppeteerBrowser extends DrivenBrowser {
  version(): Promise<string>;
}

/** Firefox, with the suite bundled and through an import map. */
export const firefox: readonly Runtime[] = [true, false].map((isBundled) => ({
  name: isBundled ? "firefox" : "firefox-unbundled",
  async prepare() {
    const executablePath = findExecutable(["firefox-esr", "firefox"], "apt-get install firefox-esr");
    const { module } = await loadTool<Puppeteer>("firefox", "puppeteer-core");
    const browser = await module.launch({ browser: "firefox", executablePath, headless: true });
    return {
      version: (await browser.version()).match(/[\d.]+/)?.[0] ?? "?",
      run: (consumer, control) => runPage(watch(browser), { consumer, isBundled }, control),
    };
  },
}));
