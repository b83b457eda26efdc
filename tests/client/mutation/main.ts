import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

const USAGE = "Usage: test:mutation [-- <folder or file of packages/client/src> …]";

/** The lowest share of mutants, in percent, that the tests must detect; of those in `errors/` they detect all. */
const BREAK_SCORE = 90;

/** What no copy needs, and tsconfig.json: Stryker reads that with an API that TypeScript 7 lacks. */
const IGNORED = ["api-reports", "benchmarks", "docs", "examples", "spec", "website", "tests/runtimes", "tsconfig.json"];

const root = join(import.meta.dirname, "../../..");
const sources = "packages/client/src";

process.chdir(root);
const names = process.argv.slice(2).filter((argument) => argument !== "--");
const files = names.length > 0 ? names.flatMap(findSources) : findSources("**");
if (files.length === 0) throw new Error(USAGE);

await new Stryker({
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  testRunner: "vitest",
  vitest: { configFile: "tests/client/mutation/vitest.config.ts", related: false },
  mutate: files,
  // The tests import other packages from node_modules, to which the copies link.
  ignorePatterns: IGNORED.map((name) => `/${name}`),
  disableTypeChecks: false,
  concurrency: 2,
  // A busy machine slows a run down; an endless loop takes this long.
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: ".stryker/incremental.json",
  tempDirName: ".stryker/copies",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { logTests: false, reportTests: false },
  thresholds: { high: 100, low: BREAK_SCORE, break: BREAK_SCORE },
}).runMutationTest();

function findSources(name: string): string[] {
  const files = globSync([`${sources}/${name}`, `${sources}/${name}/**/*.ts`, `${sources}/${name}.ts`]);
  return files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
}
