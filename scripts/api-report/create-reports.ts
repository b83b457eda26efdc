import { pathToFileURL } from "node:url";
import { readEntries } from "./read-entries.ts";
import { renderReport } from "./render-report.ts";
import { rollDeclarations } from "./roll-declarations.ts";

/** The report of each entry of each published package, by the name of its file. Reads the build output. */
export async function createReports(packages: string): Promise<Map<string, string>> {
  const reports = new Map<string, string>();
  for (const { report, declarations, module } of await readEntries(packages)) {
    const values = Object.keys(await import(pathToFileURL(module).href));
    reports.set(report, renderReport(await rollDeclarations(declarations), values));
  }
  return reports;
}
