import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readProductNames } from "./product-names.ts";
import { renameTree } from "./rename-tree.ts";

// Usage: node scripts/rename/main.ts FILE: gives the product the names in FILE, which has the form of spec/product.json.
const [file, ...others] = process.argv.slice(2);
if (file === undefined || others.length > 0) {
  console.error("Name one file of JSON with the new names, in the form of spec/product.json.");
  process.exitCode = 2;
} else {
  try {
    const names = readProductNames(await readFile(file, "utf8"));
    const changed = await renameTree(resolve(import.meta.dirname, "../.."), names);
    console.log(`Changed ${changed} files. Next: npx -y pnpm@12 install, then format, generate, api and test.`);
  } catch (error) {
    console.error(`${file}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
