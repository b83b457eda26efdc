import type { StreamState } from "../target/target.js";
import type { Guards } from "./job.js";

/** A guard ended the run. */
export class RunRefused extends Error {
  override readonly name = "RunRefused";
}

/** From so many records on, a list without any of them is suspicious. */
const MIN_KNOWN_RECORDS = 20;

/** Whether the keys of a response have to be compared with those of the mirror. */
export function needsKnownKeys({ known }: StreamState): boolean {
  return known >= MIN_KNOWN_RECORDS;
}

/**
 * Throws where the mirror knows too few of the keys that came first: `found` of `total`. A mirror of few records, such as
 * one whose first run broke off, cannot know more of them than it has.
 */
export function assertKnownKeys(
  { minKnownShare }: Guards,
  { known }: StreamState,
  { found, total }: { readonly found: number; readonly total: number },
): void {
  if (total === 0 || found / Math.min(total, known) >= minKnownShare) return;
  throw new RunRefused(
    `the mirror knows ${found} of the first ${total} keys; the API key seems to belong to another account`,
  );
}

/** Throws where more would be marked deleted than the guards allow. */
export function assertDeletions(guards: Guards, { live }: StreamState, seen: number, unseen: number): void {
  const { maxDeleteShare, maxDeleteRows } = guards;
  if (seen === 0 && live > 0) throw new RunRefused(`the list is empty, and the mirror has ${live} records`);
  if (unseen > maxDeleteRows && unseen > maxDeleteShare * live) {
    throw new RunRefused(`${unseen} of ${live} records would be marked deleted`);
  }
}
