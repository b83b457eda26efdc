import type { Control, Report } from "./control.ts";
import { type PageSuite, servePage } from "./serve-page.ts";
import { withConsole } from "./silence.ts";

/** A running browser. */
export interface Browser {
  /** Opens a page and reports its console output to `listen`, which is never called if that is impossible. */
  open(url: string, listen: (text: string) => void): Promise<void>;
  readonly hasConsole: boolean;
  close(): Promise<void>;
}

/** Generous: on a busy machine the suite takes minutes. */
const LIMIT_MS = 900_000;

export async function runPage(browser: Browser, suite: PageSuite, control: Control): Promise<Report> {
  let shown = "";
  await using page = await servePage(suite);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Report>((resolve) => {
    timer = setTimeout(() => resolve({ results: [], broke: `It has not reported.\n${shown.slice(-2_000)}` }), LIMIT_MS);
  });
  try {
    await browser.open(`${page.url}/?control=${encodeURIComponent(control.url)}`, (text) => {
      shown += `${text}\n`;
    });
    const report = await Promise.race([control.report, late]);
    return browser.hasConsole ? withConsole(report, shown) : report;
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}
