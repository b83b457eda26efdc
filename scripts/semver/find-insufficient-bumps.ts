import { type Bump, bumpBetween, isBelow, largest } from "./bump.ts";
import type { Verdict } from "./compare.ts";

/** A package whose version tells what the contract does. */
export interface Versioned {
  readonly name: string;
  readonly version: string;
}

/** One sentence for the packages that would be released with too small a version, for each way that this came about. */
export function findInsufficientBumps(
  { bump, changes }: Verdict,
  packages: readonly Versioned[],
  promised: ReadonlyMap<string, Bump>,
  releasedVersion: string,
): string[] {
  const tooSmall = new Map<Bump, string[]>();
  for (const { name, version } of packages) {
    const changesets = promised.get(name) ?? "none";
    // After `changeset version` the changesets are gone and the version has moved instead.
    if (!isBelow(largest([changesets, bumpBetween(releasedVersion, version)]), bump)) continue;
    tooSmall.set(changesets, [...(tooSmall.get(changesets) ?? []), name]);
  }
  const because = changes[0]?.reason ?? "";
  return [...tooSmall].map(([changesets, names]) => {
    const who = `${enumerate(names)} ${names.length === 1 ? "needs" : "need"} a ${bump} changeset`;
    const found = changesets === "none" ? "there is none" : `there is only a ${changesets} one`;
    return `${who}, but ${found}: ${because}`;
  });
}

function enumerate(names: readonly string[]): string {
  const rest = names.slice(0, -1).join(", ");
  return rest === "" ? names.join() : `${rest} and ${names.at(-1)}`;
}
