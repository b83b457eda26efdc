import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { checkTarball } from "./check-tarball.ts";
import { readTarball } from "./read-tarball.ts";

/** A tarball to publish. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

interface Plan {
  plan: { kind: string; name: string; version: string; tarball?: { path: string } }[][];
}

/** Reads and checks the tarballs of `changeset pack`; throws one sentence for each problem. */
export async function readPack(folder: string, secrets: readonly string[]): Promise<Packed[]> {
  const { plan } = JSON.parse(await readFile(join(folder, "publish-plan.json"), "utf8")) as Plan;
  const problems: string[] = [];
  const packed: Packed[] = [];
  for (const { name, version, tarball } of plan.flat()) {
    if (tarball === undefined) continue;
    const bytes = await readFile(join(folder, tarball.path));
    const found = checkTarball(readTarball(bytes), [...secrets, ...machine()]);
    problems.push(...found.map((problem) => `${name}@${version}: ${problem}`));
    packed.push({ name, version, integrity: integrityOf(bytes) });
  }
  if (problems.length > 0) throw new Error(`Not to be published:\n${problems.join("\n")}`);
  return packed;
}

/** The digest in the form of registries (W3C Subresource Integrity). */
export function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
}

/** A short host name can be a word of any text. */
function machine(): string[] {
  return hostname().length > 8 ? [hostname()] : [];
}
