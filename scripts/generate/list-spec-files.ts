import { readdir } from "node:fs/promises";

/** The YAML and JSON files of a spec, relative to its folder. */
export async function listSpecFiles(specDir: string): Promise<string[]> {
  const names = await readdir(specDir, { recursive: true }).catch(() => []);
  return names.filter((name) => /\.(?:ya?ml|json)$/.test(name) && !name.includes("node_modules"));
}
