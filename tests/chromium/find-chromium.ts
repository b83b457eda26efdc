import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The headless shell first: the same engine without a window, in which the pages' tests take half the time. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The path of Chromium: `CHROMIUM_PATH`, or a usual name in `PATH`. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const { CHROMIUM_PATH, PATH = "" } = env;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = (CHROMIUM_PATH ? [CHROMIUM_PATH] : candidates).find(isExecutable);
  if (found) return found;
  const where = CHROMIUM_PATH ? `CHROMIUM_PATH is ${CHROMIUM_PATH}, where there is none` : "there is none in PATH";
  throw new Error(`These tests need Chromium, and ${where}. On Debian: apt-get install chromium-headless-shell`);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
