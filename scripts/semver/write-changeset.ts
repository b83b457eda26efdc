import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bump, isBelow } from "./bump.ts";
import type { Verdict } from "./compare.ts";
import { readBumps } from "./pending-bumps.ts";
import { changeLines, isEdited, joinParts, renderChangeset, textOf } from "./render-changeset.ts";

const CHANGESET = ".changeset/contract-changes.md";

/**
 * Writes the changeset of a contract's changes, or removes it if they were taken back. A text that was edited is kept,
 * with bumps that are large enough. Returns what was done, as sentences.
 */
export async function writeChangeset(root: string, verdict: Verdict, packages: readonly string[]): Promise<string[]> {
  const file = join(root, CHANGESET);
  const existing = await readFile(file, "utf8").catch(() => undefined);
  if (existing !== undefined && isEdited(existing)) return keepText(file, existing, verdict, packages);
  if (verdict.bump !== "none") {
    await writeFile(file, renderChangeset(verdict, packages));
    return [`Wrote ${CHANGESET}. Read it as a user would, and edit its text where it can be clearer.`];
  }
  if (existing === undefined) return [];
  await rm(file);
  return [`Removed ${CHANGESET}: the contract is that of the last release.`];
}

async function keepText(
  file: string,
  existing: string,
  { bump, changes }: Verdict,
  packages: readonly string[],
): Promise<string[]> {
  if (bump === "none")
    return [`Kept ${CHANGESET}, which was edited. The contract is that of the last release: remove the file.`];
  const bumps = readBumps(existing, CHANGESET);
  const raised = new Map<string, Bump>(bumps);
  for (const name of packages) if (isBelow(bumps.get(name) ?? "none", bump)) raised.set(name, bump);
  const text = textOf(existing);
  await writeFile(file, joinParts(raised, text));
  const lacking = changeLines(changes).filter((line) => !text.includes(line));
  if (lacking.length === 0) return [`Kept the text of ${CHANGESET}, which was edited.`];
  return [`Kept the text of ${CHANGESET}, which was edited. Add what it does not say in other words:`, ...lacking];
}
