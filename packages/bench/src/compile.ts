import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild-wasm";
import { type CreatePeer, peers } from "./peer.ts";

export const packageFolder: string = join(import.meta.dirname, "..");

/** What the bench writes for itself; ignored by git. */
export const cacheFolder: string = join(packageFolder, ".cache");

const compiledFolder = join(cacheFolder, "compiled");

/**
 * Writes each peer and each measured process as one JavaScript file that imports its packages as installed, so that
 * neither the stripping of types nor the number of a peer's generated files counts as its work.
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
}

export function compiledPeer(name: string): string {
  return pathToFileURL(join(compiledFolder, "peers", name, "create.mjs")).href;
}

export function compiledChild(name: string): string {
  return join(compiledFolder, "src/children", `${name}.mjs`);
}

/** Imports a compiled peer; each `instance` is evaluated and optimised on its own. */
export async function importPeer(name: string, instance = ""): Promise<CreatePeer> {
  const { create } = (await import(`${compiledPeer(name)}?${instance}`)) as { create: CreatePeer };
  return create;
}
