import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Generation, type GeneratorName, generatePeer, generators, peersFolder } from "./generate-peer.ts";

/** The peers of the feature table; openapi-fetch generates no code. */
const WITH_FEATURES: readonly GeneratorName[] = ["hey-api", "orval"];

/** Writes `peers/<name>/generated` from the contract, and `peers/features/generated/<name>` from that of the features. */
export async function generatePeers(): Promise<void> {
  const spec = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));
  const names = Object.keys(generators) as GeneratorName[];
  for (const name of names)
    await generateIfStale(name, { spec, folder: join(peersFolder, name, "generated"), setup: name });
  const features = join(peersFolder, "features");
  for (const name of WITH_FEATURES) {
    const folder = join(features, "generated", name);
    await generateIfStale(name, { spec: join(features, "openapi.yaml"), folder, setup: "features" });
  }
}

/** Only if the contract, a version or the generation has changed. */
async function generateIfStale(name: GeneratorName, generation: Generation): Promise<void> {
  const { spec, folder, setup } = generation;
  const files = [spec, join(import.meta.dirname, "generate-peer.ts"), join(peersFolder, setup, "orval.config.mjs")];
  // Most peers have no configuration.
  const sources = await Promise.all(files.map((file) => readFile(file).catch(() => "")));
  const hash = hashOf(name, ...sources);
  const hashFile = join(folder, "hash.txt");
  if ((await readFile(hashFile, "utf8").catch(() => "")) === hash) return;

  console.log(`Generating the client of ${name} ${generators[name].version}.`);
  await generatePeer(name, generation);
  await writeFile(hashFile, hash);
}

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

if (import.meta.main) await generatePeers();
