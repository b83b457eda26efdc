import { join, resolve } from "node:path";
import { findUpwardImports } from "./find-upward-imports.ts";
import { layers } from "./layers.ts";

// Usage: node scripts/import-order/main.ts: checks that imports within a package point one way.
const root = resolve(import.meta.dirname, "../..");
for (const [folder, order] of Object.entries(layers)) {
  for (const problem of findUpwardImports(join(root, folder), order)) {
    console.error(`${folder}: ${problem}`);
    process.exitCode = 1;
  }
}
