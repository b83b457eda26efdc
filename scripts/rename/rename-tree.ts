import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles } from "../list-files.ts";
import { type ProductNames, readProductNames } from "./product-names.ts";
import { renameProduct } from "./rename-product.ts";

const NAMES = "spec/product.json";

/** Renames the product in every file that git does not ignore, and in the files' names. Returns how many files changed. */
export async function renameTree(root: string, to: ProductNames): Promise<number> {
  const from = readProductNames(await readFile(join(root, NAMES), "utf8"));
  let changed = 0;
  for (const file of await listFiles(root))
    if (file !== NAMES && (await renameFile(root, file, { from, to }))) changed += 1;
  // Written last, so that an interrupted run can be repeated.
  await writeFile(join(root, NAMES), `${JSON.stringify(to, null, 2)}\n`);
  return changed + 1;
}

async function renameFile(
  root: string,
  file: string,
  { from, to }: { readonly from: ProductNames; readonly to: ProductNames },
): Promise<boolean> {
  const bytes = await readFile(join(root, file));
  const before = bytes.includes(0) ? "" : bytes.toString();
  const after = renameProduct(before, from, to);
  const target = renameProduct(file, from, to);
  if (after !== before) await writeFile(join(root, file), after);
  if (target === file) return after !== before;
  await mkdir(dirname(join(root, target)), { recursive: true });
  await rename(join(root, file), join(root, target));
  return true;
}
