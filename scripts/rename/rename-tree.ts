import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type ProductNames, readProductNames } from "./product-names.ts";
import { renameProduct } from "./rename-product.ts";

const NAMES = "spec/product.json";

/** Renames the product in every file that git does not ignore, and in the files' names. Returns how many files changed. */
export async function renameTree(root: string, to: ProductNames): Promise<number> {
  const from = readProductNames(await readFile(join(root, NAMES), "utf8"));
  let changed = 0;
  for (const file of await listFiles(root)) if (await renameFile(root, file, { from, to })) changed += 1;
  // Written last, so that an interrupted run can be repeated.
  await writeFile(join(root, NAMES), `${JSON.stringify(to, null, 2)}\n`);
  return changed + 1;
}

/** The existing files of the index, and new ones. */
async function listFiles(root: string): Promise<string[]> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await promisify(execFile)("git", args, { cwd: root, maxBuffer: 2 ** 26 });
  return stdout.split("\0").filter((file) => file !== "" && file !== NAMES && existsSync(join(root, file)));
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
