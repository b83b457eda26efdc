import type { Page } from "playwright-core";

/** What is wider than its room: the page itself, or a table or a block of code that would have to be scrolled. */
export function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const elements = [document.documentElement, ...document.querySelectorAll("table, pre")];
    return elements
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .map(({ tagName, textContent }) => `${tagName} ${textContent?.trim().slice(0, 40)}`);
  });
}
