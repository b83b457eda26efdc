import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild-wasm";
import { type CreatePeer, peers, RAW } from "./peer.ts";

export const packageFolder: string = join(import.meta.dirname, "..");

/** Build output of the benchmarks; ignored by git. */
export const cacheFolder: string = join(packageFolder, ".cache");

const compiledFolder = join(cacheFolder, "compiled");

/**
 * Bundles each peer and each measured process into one JavaScript file that imports its packages as installed, so that
 * neither type stripping nor the number of generated files affects the measurement.
 */
export async function compile(): Promise<void> {
  await rm(compiledFolder, { recursive: true, force: true });
  await build({
    entryPoints: [...peers.map(({ name }) => `peers/${name}/create.ts`), "src/children/*.ts"],
    absWorkingDir: packageFolder,
    outbase: packageFolder,
    outdir: compiledFolder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  await packRaw();
}

/** The raw peer as an installed package: its overhead over the raw peer is that of any installed client. */
export const RAW_PACKED = "raw-as-a-package";

async function packRaw(): Promise<void> {
  const installed = join(compiledFolder, "node_modules", RAW_PACKED);
  const importer = join(compiledFolder, "peers", RAW_PACKED);
  for (const folder of [installed, importer]) await mkdir(folder, { recursive: true });
  const manifest = { name: RAW_PACKED, version: "1.0.0", type: "module", exports: "./index.js" };
  await writeFile(join(installed, "package.json"), JSON.stringify(manifest));
  await copyFile(join(compiledFolder, "peers", RAW, "create.mjs"), join(installed, "index.js"));
  await writeFile(join(importer, "create.mjs"), `export { create } from "${RAW_PACKED}";\n`);
}

export function compiledPeer(name: string): string {
  return pathToFileURL(join(compiledFolder, "peers", name, "create.mjs")).href;
}

export function compiledChild(name: string): string {
  return join(compiledFolder, "src/children", `${name}.mjs`);
}

/** Imports a compiled peer; each `instance` is evaluated and optimized separately. */
export async function importPeer(name: string, instance = ""): Promise<CreatePeer> {
  const { create } = (await import(`${compiledPeer(name)}?${instance}`)) as { create: CreatePeer };
  return create;
}
