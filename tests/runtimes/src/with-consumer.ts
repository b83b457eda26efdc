import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runToSuccess } from "./run.ts";

const PACKAGES = resolve(import.meta.dirname, "../../../packages");
/** What is installed there. */
export const PUBLISHED = ["types", "client", "sandbox"];

/** Does something in a folder of its own in which the packages are installed; nothing of it is left. */
export async function withConsumer<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "serviceform-consumer-")));
  const cleanUp = () => rm(folder, { recursive: true, force: true });
  // Whoever stops it by hand leaves nothing behind either.
  process.once("SIGINT", () => void cleanUp().finally(() => process.exit(130)));
  try {
    await installConsumer(folder);
    return await work(folder);
  } finally {
    await cleanUp();
  }
}

/** Packs what would be published and installs the tarballs with npm in an empty folder. */
async function installConsumer(folder: string): Promise<void> {
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
