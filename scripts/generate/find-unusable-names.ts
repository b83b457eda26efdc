import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listSpecFiles } from "./list-spec-files.ts";
import { parseYamlIfValid } from "./parse-yaml.ts";
import type { SpecIssue } from "./spec-error.ts";
import { describeUnusable, findUnusableKeys, mayHaveUnusableKeys } from "./unusable-keys.ts";

/** The names in a spec that make the tools of generation crash without a message. */
export async function findUnusableNames(specDir: string): Promise<SpecIssue[]> {
  const files = await listSpecFiles(specDir);
  return (await Promise.all(files.map((file) => findUnusable(specDir, file)))).flat();
}

/** Each position of such a key, by the text of its line. */
async function findUnusable(specDir: string, file: string): Promise<SpecIssue[]> {
  const text = await readFile(join(specDir, file), "utf8");
  // Few files contain such a name, so few are parsed.
  if (!mayHaveUnusableKeys(text)) return [];
  const keys = new Set(findUnusableKeys(parseYamlIfValid(text)).map((path) => path.at(-1) ?? ""));
  const lines = text.split("\n");
  return [...keys].flatMap((key) => {
    const pattern = new RegExp(`(?:^|[\\s{,])["']?${key}["']?\\s*:`);
    const places = lines.flatMap((line, index) => (pattern.test(line) ? `${index + 1}:${line.indexOf(key) + 1}` : []));
    return (places.length > 0 ? places : [undefined]).map((position) => ({
      file,
      position,
      message: describeUnusable(key),
    }));
  });
}
