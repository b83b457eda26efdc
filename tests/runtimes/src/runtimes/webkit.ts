import { runPage } from "../run-page.ts";
import type { Runtime } from "../runtime.ts";
import { startWebkit } from "./start-webkit.ts";

/** WebKit, as Debian builds it, with the suite bundled and through an import map. */
export const webkit: readonly Runtime[] = [true, false].map((isBundled) => ({
  name: isBundled ? "webkit" : "webkit-unbundled",
  async prepare() {
    const browser = await startWebkit();
    return {
      version: browser.version,
      // The driver does not report the console.
      run: (consumer, control) => runPage({ ...browser, hasConsole: false }, { consumer, isBundled }, control),
    };
  },
}));
