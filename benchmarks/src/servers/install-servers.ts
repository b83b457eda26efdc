import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild-wasm";
import { installLocked } from "../../../scripts/install-locked.ts";
import { cacheFolder, packageFolder } from "../compile.ts";

const SOURCE = join(packageFolder, "servers");

/** The contract, as the servers read it. */
export const contractFile: string = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));

const run = promisify(execFile);

/** Installs the published servers and generates the other one, once for each lockfile and contract. Returns the folder. */
export async function installServers(): Promise<string> {
  const inputs = await Promise.all([join(SOURCE, "pnpm-lock.yaml"), contractFile].map((file) => readFile(file)));
  const hash = inputs.reduce((sum, input) => sum.update(input), createHash("sha256")).digest("hex");
  const folder = join(cacheFolder, `servers-${hash.slice(0, 12)}`);
  if (existsSync(folder)) return folder;

  await mkdir(cacheFolder, { recursive: true });
  // Renamed after it is complete, so that an interrupted installation is not used.
  const aside = await mkdtemp(join(cacheFolder, "servers-"));
  try {
    await cp(SOURCE, aside, { recursive: true });
    await installLocked(aside);
    await generate(aside);
    await rename(aside, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

async function generate(folder: string): Promise<void> {
  const bin = join(folder, "node_modules/openapi-mcp-generator/bin/openapi-mcp-generator.js");
  await run(process.execPath, [bin, "-i", contractFile, "-o", join(folder, "generated"), "--force"]);
  await build({
    entryPoints: [join(folder, "generated/src/index.ts")],
    outfile: join(folder, "generated/build/index.js"),
    format: "esm",
    platform: "node",
    logLevel: "warning",
  });
}
