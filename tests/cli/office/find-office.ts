import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["soffice", "libreoffice"];

/** The path of LibreOffice: `SOFFICE_PATH`, or a usual name in `PATH`. */
export function findOffice(env: NodeJS.ProcessEnv = process.env): string {
  const { SOFFICE_PATH, PATH = "" } = env;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = (SOFFICE_PATH ? [SOFFICE_PATH] : candidates).find(isExecutable);
  if (found) return found;
  const where = SOFFICE_PATH ? `SOFFICE_PATH is ${SOFFICE_PATH}, where there is none` : "there is none in PATH";
  throw new Error(`These tests need LibreOffice, and ${where}. On Debian: apt-get install libreoffice-calc`);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
