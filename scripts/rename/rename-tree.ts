import { execFile } from "node:child_process";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type ProductNames, readProductNames } from "./product-names.ts";
import { renameProduct } from "./rename-product.ts";

const NAMES = "spec/product.json";

/** Renames the product in every file that git knows, and in the files' names. Returns how many files changed. */
export async function renameTree(root: string, to: ProductNames): Promise<number> {
  const from = readProductNames(await readFile(join(root, NAMES), "utf8"));
  const { stdout } = await promisify(execFile)("git", ["ls-files", "-z"], { cwd: root, maxBuffer: 2 ** 26 });
  let changed = 0;
  for (const file of stdout.split("\0").filter((name) => name !== "")) {
    const bytes = await readFile(join(root, file));
    const isText = !bytes.includes(0);
    const before = isText ? bytes.toString() : "";
    const after = file === NAMES ? `${JSON.stringify(to, null, 2)}\n` : renameProduct(before, from, to);
    const target = renameProduct(file, from, to);
    if (after === before && target === file) continue;
    changed += 1;
    if (after !== before) await writeFile(join(root, file), after);
    if (target === file) continue;
    await mkdir(dirname(join(root, target)), { recursive: true });
    await rename(join(root, file), join(root, target));
  }
  return changed;
}
