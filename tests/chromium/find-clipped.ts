import type { Page } from "playwright-core";

/** Elements that are wider than their container: the page, or a table or code block that must be scrolled. */
export function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const elements = [document.documentElement, ...document.querySelectorAll("table, pre")];
    return elements
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .map(({ tagName, textContent }) => `${tagName} ${textContent?.trim().slice(0, 40)}`);
  });
}
