import axe from "axe-core";
import type { Page } from "playwright-core";

/** The rules whose outcome another color scheme can change. */
export const COLOR_RULES: readonly string[] = ["color-contrast", "link-in-text-block"];

/**
 * The accessibility violations that axe finds in a page, one line each.
 *
 * @param rules the only rules to run; undefined for all
 */
export async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const isLoaded = await page.evaluate(() => "axe" in globalThis);
  // Evaluated by the browser's debugger, which the page's content security policy does not block.
  if (!isLoaded) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (only) => {
    const page = globalThis as typeof globalThis & { axe: typeof axe };
    const { violations } = await page.axe.run({ resultTypes: ["violations"], ...(only && { runOnly: [...only] }) });
    return violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target }) => String(target)) }));
  }, rules);
  return violations.map(({ id, help, targets }) => `${id}: ${help}: ${targets.join(" ")}`);
}
