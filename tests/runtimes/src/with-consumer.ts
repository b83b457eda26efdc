import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runToSuccess } from "./run.ts";

const PACKAGES = resolve(import.meta.dirname, "../../../packages");
/** The installed packages. */
export const PUBLISHED = ["types", "client", "sandbox"];

/** Runs a function in a temporary folder in which the packages are installed. */
export async function withConsumer<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "serviceform-consumer-")));
  const cleanUp = () => rm(folder, { recursive: true, force: true });
  // Also removed after an interrupt.
  process.once("SIGINT", () => void cleanUp().finally(() => process.exit(130)));
  try {
    await installConsumer(folder);
    return await work(folder);
  } finally {
    await cleanUp();
  }
}

/** Packs the packages and installs the tarballs with npm in an empty folder. */
async function installConsumer(folder: string): Promise<void> {
  const tarballs = await packPackages(PUBLISHED, join(folder, "tarballs"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await installTarballs(tarballs, folder);
}

/** Packs packages into a new folder. Returns the paths of the tarballs. */
export async function packPackages(names: readonly string[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  // pnpm replaces workspace: ranges in the manifests; npm does not.
  const filters = names.map((name) => `--filter=@serviceform/${name}`);
  await runToSuccess("pnpm", [...filters, "pack", "--pack-destination", folder], PACKAGES);
  const files = (await readdir(folder)).map((file) => join(folder, file));
  if (files.length !== names.length) throw new Error(`Packed ${files.length} tarballs of ${names.length}.`);
  return files;
}

export async function installTarballs(tarballs: readonly string[], folder: string): Promise<void> {
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  await runToSuccess("npm", ["install", ...flags, ...tarballs], folder);
}
