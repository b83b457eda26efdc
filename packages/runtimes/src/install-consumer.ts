import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { runToSuccess } from "./run.ts";

const PACKAGES = resolve(import.meta.dirname, "../..");
const PUBLISHED = ["types", "client", "sandbox"];

/** Packs what would be published and installs the tarballs with npm in an empty folder. */
export async function installConsumer(folder: string): Promise<void> {
  const tarballs = join(folder, "tarballs");
  await mkdir(tarballs, { recursive: true });
  // pnpm writes the versions of the workspace into the manifests; npm would not.
  for (const name of PUBLISHED) {
    await runToSuccess("pnpm", ["pack", "--pack-destination", tarballs], join(PACKAGES, name));
  }
  const files = (await readdir(tarballs)).map((file) => join(tarballs, file));
  if (files.length !== PUBLISHED.length) throw new Error(`Packed ${files.length} tarballs of ${PUBLISHED.length}.`);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await runToSuccess("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...files], folder);
}
