import { join, resolve } from "node:path";
import { findStale, writeFiles } from "../generate/write-files.ts";
import { readOptions } from "../read-options.ts";
import { createReports } from "./create-reports.ts";
import { describeChange } from "./describe-change.ts";

const values = readOptions({
  check: { type: "boolean", default: false },
  root: { type: "string", default: resolve(import.meta.dirname, "../..") },
});
const folder = join(values.root, "api-reports");

const reports = await createReports(join(values.root, "packages"));
const stale = await findStale(folder, reports);
if (!values.check) {
  await writeFiles(folder, reports, stale);
  console.log(stale.length === 0 ? "Nothing changed in api-reports." : `Changed in api-reports: ${stale.join(", ")}.`);
} else if (stale.length > 0) {
  for (const name of stale) console.error(await describeChange(join(folder, name), reports.get(name)));
  console.error(`Stale in api-reports: ${stale.join(", ")}. To accept this, run: npx -y pnpm@12 api`);
  process.exitCode = 1;
}
