import { type Bump, bumpBetween, isBelow, largest } from "./bump.ts";
import type { Verdict } from "./compare.ts";

/** A package whose version follows the contract. */
export interface Versioned {
  readonly name: string;
  readonly version: string;
}

/** One sentence for each group of packages with the same insufficient bump. */
export function findInsufficientBumps(
  { bump, changes }: Verdict,
  packages: readonly Versioned[],
  bumps: ReadonlyMap<string, Bump>,
  releasedVersion: string,
): string[] {
  const tooSmall = new Map<Bump, string[]>();
  for (const { name, version } of packages) {
    const changesets = bumps.get(name) ?? "none";
    // After `changeset version` the changesets are gone and the version is bumped.
    if (!isBelow(largest([changesets, bumpBetween(releasedVersion, version)]), bump)) continue;
    tooSmall.set(changesets, [...(tooSmall.get(changesets) ?? []), name]);
  }
  const because = changes[0]?.reason ?? "";
  return [...tooSmall].map(([changesets, names]) => {
    const subject = `${enumerate(names)} ${names.length === 1 ? "needs" : "need"} a ${bump} changeset`;
    const found = changesets === "none" ? "there is none" : `there is only a ${changesets} one`;
    return `${subject}, but ${found}: ${because}`;
  });
}

function enumerate(names: readonly string[]): string {
  const rest = names.slice(0, -1).join(", ");
  return rest === "" ? names.join() : `${rest} and ${names.at(-1)}`;
}
