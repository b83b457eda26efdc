import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions } from "esbuild-wasm";
import { findSandboxInputs } from "./find-sandbox-inputs.ts";
import { loadTool } from "./load-tool.ts";
import { PUBLISHED } from "./with-consumer.ts";

const ENTRIES = join(import.meta.dirname, "../suite/entries");
// The lowest supported target, which the suite shares with the packages.
const COMMON = { bundle: true, target: "es2022", logLevel: "warning" } as const;
const NEUTRAL = {
  platform: "neutral",
  mainFields: ["main"],
  alias: {
    util: join(import.meta.dirname, "../suite/no-util.ts"),
    // Some runtimes lack import attributes.
    "@serviceform/types/openapi.json": fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json")),
  },
} satisfies BuildOptions;

/** By the path of the file. */
const built = new Map<string, Promise<string>>();

/** Writes an entry of the suite as one file that imports the packages as installed, once. Returns its path. */
export function buildEntry(name: string, consumer: string): Promise<string> {
  const outfile = join(consumer, `${name}.js`);
  const building = built.get(outfile) ?? writeEntry(name, outfile);
  built.set(outfile, building);
  return building;
}

async function writeEntry(name: string, outfile: string): Promise<string> {
  const entryPoints = [join(ENTRIES, `${name}.ts`)];
  const external = [...PUBLISHED.map((name) => `@serviceform/${name}`), "node:*"];
  const define = { INPUTS: JSON.stringify(await findSandboxInputs()) };
  await build({ ...COMMON, entryPoints, outfile, external, define, format: "esm", ...NEUTRAL });
  return outfile;
}

/** The code of an entry of the suite, bundled with the installed packages. */
export async function bundleEntry(name: string, consumer: string, format: "esm" | "iife"): Promise<string> {
  const entryPoints = [await buildEntry(name, consumer)];
  const outfile = join(consumer, `${name}.bundled.js`);
  await build({ ...COMMON, entryPoints, outfile, format, platform: "browser" });
  return readFile(outfile, "utf8");
}

/** Builds with the esbuild of the matrix, which takes a tenth of the time of esbuild-wasm. */
async function build(options: BuildOptions): Promise<void> {
  const { module } = await loadTool<typeof import("esbuild-wasm")>("esbuild", "esbuild");
  await module.build(options);
}
