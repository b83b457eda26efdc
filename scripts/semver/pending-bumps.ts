import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bump, largest } from "./bump.ts";

/** The bump of each package in the changesets of a folder. */
export async function pendingBumps(folder: string): Promise<Map<string, Bump>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".md") && name !== "README.md");
  const bumps = new Map<string, Bump>();
  for (const file of files) {
    const read = readBumps(await readFile(join(folder, file), "utf8"), `.changeset/${file}`);
    for (const [name, bump] of read) bumps.set(name, largest([bumps.get(name) ?? "none", bump]));
  }
  return bumps;
}

/** The bumps of one changeset; throws a sentence that names its file if it has no valid ones. */
export function readBumps(changeset: string, file: string): Map<string, Bump> {
  const bumps = new Map<string, Bump>();
  const [, frontMatter] = changeset.match(/^---\r?\n([\s\S]*?)\r?\n?---/) ?? [];
  if (frontMatter === undefined)
    throw new Error(`${file} must start with lines such as "package": minor between two lines of ---.`);
  for (const line of frontMatter.split(/\r?\n/)) {
    const [text = ""] = line.split(/(?:^|\s)#/);
    if (text.trim() === "") continue;
    const [, name, bump] = /^["']?([^"':\s]+)["']?\s*:\s*["']?(none|patch|minor|major)["']?\s*$/.exec(text) ?? [];
    if (name === undefined)
      throw new Error(`${file} has the line ${line.trim()}, which must be such as "package": minor.`);
    bumps.set(name, largest([bumps.get(name) ?? "none", bump as Bump]));
  }
  return bumps;
}
