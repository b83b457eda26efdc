import { join, resolve } from "node:path";
import "./circular-references.ts";
import { needsLargeStack, runWithLargeStack } from "../large-stack.ts";
import { readOptions } from "../read-options.ts";
import { generate } from "./generate.ts";
import { SpecError } from "./spec-error.ts";
import { findStale, writeFiles } from "./write-files.ts";

const values = readOptions({
  check: { type: "boolean", default: false },
  "skip-rejected": { type: "boolean", default: false },
  root: { type: "string", default: resolve(import.meta.dirname, "../..") },
});
const folder = "packages/types/src/generated";
const root = resolve(values.root);
const target = join(root, folder);

try {
  const { files, notices } = await generate(join(root, "spec"), { skipRejected: values["skip-rejected"] });
  for (const notice of notices) console.error(notice);
  const stale = await findStale(target, files);
  if (!values.check) {
    await writeFiles(target, files, stale);
    console.log(stale.length === 0 ? "Nothing changed." : `Changed in ${folder}: ${stale.join(", ")}.`);
  } else if (stale.length > 0) {
    fail(`Stale in ${folder}: ${stale.join(", ")}. Run: npx -y pnpm@12 generate`);
  }
} catch (error) {
  if (needsLargeStack(error)) {
    runWithLargeStack(import.meta.url);
  } else {
    if (!(error instanceof SpecError)) throw error;
    fail(`${error.message}\nNothing was generated. Fix the above, then run: npx -y pnpm@12 generate`);
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
