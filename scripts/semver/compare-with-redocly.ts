import { execFile } from "node:child_process";
import { mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RedoclyDifference } from "./difference.ts";

/**
 * The differences that `redocly diff` reports, for pairs of documents as JSON. All pairs are compared in one process.
 * Throws what Redocly prints if it fails.
 */
export async function compareWithRedocly(
  pairs: readonly (readonly [base: string, next: string])[],
): Promise<RedoclyDifference[][]> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), "serviceform-semver-"));
  const inScratch = (name: string, index: number) => join(scratch.path, `${name}-${index}.json`);
  await Promise.all(
    pairs.flatMap(([base, next], index) => [
      writeFile(inScratch("base", index), base),
      writeFile(inScratch("next", index), next),
    ]),
  );
  await runRedocly(scratch.path, pairs.length);
  const reports = await Promise.all(pairs.map((_, index) => readFile(inScratch("diff", index), "utf8")));
  return reports.map((report) => (JSON.parse(report) as { changes: RedoclyDifference[] }).changes);
}

/** Without Redocly's telemetry and its notice of updates. */
function runRedocly(cwd: string, count: number): Promise<void> {
  const args = [join(import.meta.dirname, "redocly-process.ts"), String(count)];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 2 ** 28 }, (error, _, stderr) =>
      error === null ? resolve() : reject(new Error(`redocly diff failed: ${stderr}`)),
    );
  });
}
