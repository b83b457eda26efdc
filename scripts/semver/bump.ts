/** What a release has to raise, from nothing to the first number. */
export const BUMPS = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof BUMPS)[number];

/** One thing that a caller of the packages can notice. */
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

/** What lies between two versions: `1.4.2` and `1.5.0` are a minor apart. */
export function bumpBetween(earlier: string, later: string): Bump {
  const [before, after] = [earlier, later].map((version) => version.split("-")[0]?.split(".").map(Number) ?? []);
  const place = [0, 1, 2].find((index) => before?.[index] !== after?.[index]);
  if (place === undefined || (after?.[place] ?? 0) < (before?.[place] ?? 0)) return "none";
  return (["major", "minor", "patch"] as const)[place] ?? "none";
}
