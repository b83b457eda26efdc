import { join, resolve } from "node:path";
import { isMainThread, Worker } from "node:worker_threads";
import { readOptions } from "../read-options.ts";
import { generate } from "./generate.ts";
import { SpecError } from "./spec-error.ts";
import { findStale, writeFiles } from "./write-files.ts";

/** The stack of the main thread overflows at references that lead through some 700 schemas, this one not at 5 000. */
const LARGE_STACK = { stackSizeMb: 512 };

const values = readOptions({
  check: { type: "boolean", default: false },
  "skip-rejected": { type: "boolean", default: false },
  root: { type: "string", default: resolve(import.meta.dirname, "../..") },
});
const folder = "packages/types/src/generated";
const target = join(values.root, folder);

try {
  const { files, notices } = await generate(join(values.root, "spec"), { skipRejected: values["skip-rejected"] });
  for (const notice of notices) console.error(notice);
  const stale = await findStale(target, files);
  if (!values.check) {
    await writeFiles(target, files, stale);
    console.log(stale.length === 0 ? "Nothing changed." : `Changed in ${folder}: ${stale.join(", ")}.`);
  } else if (stale.length > 0) {
    fail(`Stale in ${folder}: ${stale.join(", ")}. Run: npx -y pnpm@12 generate`);
  }
} catch (error) {
  if (error instanceof RangeError && isMainThread) {
    runAgain();
  } else {
    if (!(error instanceof SpecError)) throw error;
    fail(`${error.message}\nNothing was generated. Fix the above, then run: npx -y pnpm@12 generate`);
  }
}

/** In a thread with a large stack; it prints the result, and its exit code is that of the process. */
function runAgain(): void {
  const worker = new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), resourceLimits: LARGE_STACK });
  worker.once("exit", (code) => {
    process.exitCode = code;
  });
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
