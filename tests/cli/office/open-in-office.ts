import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Cell } from "../records/to-rows.ts";
import { readFlatSheet } from "./read-flat-sheet.ts";

/** The program of LibreOffice. */
const { SOFFICE_PATH: OFFICE = "soffice" } = process.env;

export interface OfficeOptions {
  /** The separators of CSV. */
  readonly separators?: string;
}

/** Opens files in LibreOffice, saves them as spreadsheets, and returns the rows of the first sheet of each. */
export async function openInOffice(
  files: readonly string[],
  { separators = "," }: OfficeOptions = {},
): Promise<readonly (readonly (readonly Cell[])[])[]> {
  const [folder = "", ending] = [dirname(files[0] ?? ""), extname(files[0] ?? "")];
  const stored = join(folder, `stored-${ending.slice(1)}`);
  const codes = Array.from(separators, (separator) => separator.charCodeAt(0)).join("/");
  const csv = ending === ".csv" ? [`--infilter=CSV:${codes},34,76,1,,0,false,true,false,false,false,-1`] : [];
  const argv = [
    // A profile of its own, so that an open LibreOffice is left alone.
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`,
    "--headless",
    ...csv,
    "--convert-to",
    "fods:OpenDocument Spreadsheet Flat XML",
    "--outdir",
    stored,
    ...files,
  ];
  await promisify(execFile)(OFFICE, argv).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`These tests need LibreOffice, and ${OFFICE} is none. On Debian: apt-get install libreoffice-calc`);
  });
  return Promise.all(
    files.map(async (file) => readFlatSheet(await readFile(join(stored, `${basename(file, ending)}.fods`), "utf8"))),
  );
}
