import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GeneratorName, generatePeer, generators, peersFolder } from "./generate-peer.ts";

/** Writes `peers/<name>/generated` from the contract, where the contract, a version or the generation changed since. */
export async function generatePeers(): Promise<void> {
  const spec = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));
  const sources = await Promise.all(
    [spec, join(import.meta.dirname, "generate-peer.ts")].map((file) => readFile(file)),
  );
  for (const name of Object.keys(generators) as GeneratorName[]) {
    const folder = join(peersFolder, name, "generated");
    const hash = hashOf(name, ...sources);
    const hashFile = join(folder, "hash.txt");
    if ((await readFile(hashFile, "utf8").catch(() => "")) === hash) continue;

    console.log(`Generating the client of ${name} ${generators[name].version}.`);
    await generatePeer(name, spec, folder);
    await writeFile(hashFile, hash);
  }
}

function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

if (import.meta.main) await generatePeers();
