/** The part of the version that a release must raise. */
export const BUMPS = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof BUMPS)[number];

/** One change that callers of the packages can notice. */
export interface Change {
  readonly bump: Bump;
  /** The place in the contract, such as `Item.created` or `GET /leads`. */
  readonly subject: string;
  /** A sentence. */
  readonly reason: string;
}

export function isBelow(bump: Bump, other: Bump): boolean {
  return BUMPS.indexOf(bump) < BUMPS.indexOf(other);
}

export function largest(bumps: readonly Bump[]): Bump {
  return bumps.reduce((most, bump) => (isBelow(most, bump) ? bump : most), "none");
}

/** The bump between two versions: minor from `1.4.2` to `1.5.0`. */
export function bumpBetween(earlier: string, later: string): Bump {
  const [before, after] = [earlier, later].map((version) => version.split("-")[0]?.split(".").map(Number) ?? []);
  const place = [0, 1, 2].find((index) => before?.[index] !== after?.[index]);
  if (place === undefined || (after?.[place] ?? 0) < (before?.[place] ?? 0)) return "none";
  return (["major", "minor", "patch"] as const)[place] ?? "none";
}
