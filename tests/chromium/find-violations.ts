import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong with a page, one line each. */
export async function findViolations(page: Page): Promise<string[]> {
  // Evaluated by the browser's debugger, which the page's security policy does not stop.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const page = globalThis as typeof globalThis & { axe: typeof axe };
    const { violations } = await page.axe.run();
    return violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target }) => String(target)) }));
  });
  return violations.map(({ id, help, targets }) => `${id}: ${help}: ${targets.join(" ")}`);
}
