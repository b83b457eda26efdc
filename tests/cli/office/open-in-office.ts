import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { findOffice } from "./find-office.ts";
import { type Cell, readFlatSheet } from "./read-flat-sheet.ts";

export interface OfficeOptions {
  /** The separator of CSV, by its character code, as its import filter takes it. */
  readonly separator?: string;
}

/** Opens files in LibreOffice, saves them as spreadsheets, and returns the rows of the first sheet of each. */
export async function openInOffice(
  files: readonly string[],
  { separator = "," }: OfficeOptions = {},
): Promise<readonly (readonly (readonly Cell[])[])[]> {
  const [folder = "", ending] = [dirname(files[0] ?? ""), extname(files[0] ?? "")];
  const stored = join(folder, `stored-${ending.slice(1)}`);
  const csv = ending === ".csv" ? [`--infilter=CSV:${separator.charCodeAt(0)},34,76,1`] : [];
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
  await promisify(execFile)(findOffice(), argv);
  return Promise.all(
    files.map(async (file) => readFlatSheet(await readFile(join(stored, `${basename(file, ending)}.fods`), "utf8"))),
  );
}
