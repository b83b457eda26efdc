import { DAY_MS } from "../timeline.js";

/** How much changes until the next day. Shares are of the records that there are, from 0 to 1. */
export interface AdvanceOptions {
  /** How many days later it is. @default 1 */
  readonly days?: number;
  /** Decides what changes: the same calls on the same seed give the same store, to the byte. @default 1 */
  readonly seed?: number;
  /** @default 0.02 */
  readonly newShare?: number;
  /** @default 0.05 */
  readonly changedShare?: number;
  /** @default 0.005 */
  readonly deletedShare?: number;
  /** Of the records that were deleted on earlier days. @default 0.2 */
  readonly restoredShare?: number;
}

/** Validated options with their defaults. */
export interface AdvanceSettings extends Shares {
  readonly durationMs: number;
  readonly seed: number;
}

export interface Shares {
  readonly newShare: number;
  readonly changedShare: number;
  readonly deletedShare: number;
  readonly restoredShare: number;
}

/** The most days in the range of a `Date`. */
const MAX_DAYS = 100_000;

/** @throws {TypeError} naming the option that is invalid */
export function parseAdvanceOptions(options: AdvanceOptions = {}): AdvanceSettings {
  const { days = 1, seed = 1, newShare = 0.02, changedShare = 0.05, deletedShare = 0.005, ...others } = options;
  const { restoredShare = 0.2, ...unknown } = others;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw new TypeError(`unknown option ${JSON.stringify(name)}`);
  if (!(typeof days === "number" && days > 0 && days <= MAX_DAYS))
    throw new TypeError(`days must be a number above 0 and of at most ${MAX_DAYS}`);
  if (!Number.isSafeInteger(seed)) throw new TypeError("seed must be an integer");
  const shares = { newShare, changedShare, deletedShare, restoredShare };
  for (const [share, value] of Object.entries(shares))
    if (!(typeof value === "number" && value >= 0 && value <= 1))
      throw new TypeError(`${share} must be a number from 0 to 1`);
  if (changedShare + deletedShare > 1) throw new TypeError("changedShare and deletedShare must be 1 at most together");
  return { durationMs: days * DAY_MS, seed, ...shares };
}
