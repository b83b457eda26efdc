import { existsSync } from "node:fs";

/** Where Chromium is: in `CHROMIUM_PATH`, or where Debian has it. */
export function findChromium(): string {
  const { CHROMIUM_PATH = "/usr/bin/chromium" } = process.env;
  if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
  throw new Error(
    `There is no Chromium at ${CHROMIUM_PATH}. On Debian: apt-get install chromium; else set CHROMIUM_PATH.`,
  );
}
