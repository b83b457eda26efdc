import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type GeneratorName, generatePeer, generators, peersFolder } from "./generate-peer.ts";

/** Rewrites `peers/<name>/generated` from the contract, with the versions that are pinned. */
const spec = fileURLToPath(import.meta.resolve("@serviceform/types/openapi.json"));
for (const name of Object.keys(generators) as GeneratorName[]) {
  await generatePeer(name, spec, join(peersFolder, name, "generated"));
  console.log(`Generated ${name} ${generators[name].version}.`);
}
