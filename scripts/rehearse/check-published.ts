import { integrityOf, type Packed } from "./read-pack.ts";

/** Throws unless digest and file in the registry are those of the packed and tested tarball. */
export async function checkPublished(url: string, { name, version, integrity }: Packed): Promise<void> {
  const manifest = await fetch(`${url}/${name.replace("/", "%2f")}/${version}`);
  if (!manifest.ok) throw new Error(`${name}@${version} is not in the registry (${manifest.status}).`);
  const { dist } = (await manifest.json()) as { dist: { integrity: string; tarball: string } };
  const bytes = new Uint8Array(await (await fetch(dist.tarball)).arrayBuffer());
  for (const found of [dist.integrity, integrityOf(bytes)]) {
    if (found !== integrity)
      throw new Error(`${name}@${version} was published as ${found}, but ${integrity} was tested.`);
  }
}
