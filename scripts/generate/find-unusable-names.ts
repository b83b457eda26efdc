import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { getLineColLocation, Source } from "@redocly/openapi-core";
import { escapePointer } from "../openapi/pointer.ts";
import { within } from "./leave-out/place.ts";
import type { PlacedIssue } from "./leave-out/select-operations.ts";
import { listSpecFiles } from "./list-spec-files.ts";
import { parseYamlIfValid } from "./parse-yaml.ts";
import { describeUnusable, findUnusableKeys, mayHaveUnusableKeys } from "./unusable-keys.ts";

/** The names in a spec that make the tools of generation crash without a message. */
export async function findUnusableNames(specDir: string): Promise<PlacedIssue[]> {
  const files = await listSpecFiles(specDir);
  return (await Promise.all(files.map((file) => findUnusable(specDir, file)))).flat();
}

async function findUnusable(specDir: string, file: string): Promise<PlacedIssue[]> {
  const path = resolve(specDir, file);
  const text = await readFile(path, "utf8");
  // Few files contain such a name, so few are parsed.
  if (!mayHaveUnusableKeys(text)) return [];
  const source = new Source(path, text);
  return findUnusableKeys(parseYamlIfValid(text)).map((keys) => {
    const place = keys.reduce(within, `${path}#`);
    const at = { source, pointer: `#/${keys.map(escapePointer).join("/")}`, reportOnKey: true };
    const { line, col } = getLineColLocation(at).start;
    return { place, issue: { file, position: `${line}:${col}`, message: describeUnusable(keys.at(-1) ?? "") } };
  });
}
