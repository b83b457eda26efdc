import { counted } from "@serviceform/records";
import type { StreamState } from "../target/target.js";
import type { Guards } from "./job.js";

/** Thrown if a guard ends the run. */
export class RunRefused extends Error {
  override readonly name = "RunRefused";
}

/** From this many stored records on, a list without any of them is suspicious. */
const MIN_KNOWN_RECORDS = 20;

/** Whether the keys of a response must be compared with those of the mirror. */
export function needsKnownKeys({ known }: StreamState): boolean {
  return known >= MIN_KNOWN_RECORDS;
}

/**
 * Throws if the mirror knows too few of the first keys: `found` of `total`. A mirror of few records, such as one whose
 * first run was interrupted, cannot know more of them than it has.
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

/** Throws if the run would mark more records deleted than the guards allow. */
export function assertDeletions(
  guards: Guards,
  { live, seen, unseen }: { readonly live: number; readonly seen: number; readonly unseen: number },
): void {
  const { maxDeleteShare, maxDeleteRows } = guards;
  if (seen === 0 && live > 0) throw new RunRefused(`the list is empty, and the mirror has ${counted(live, "records")}`);
  if (unseen > maxDeleteRows && unseen > maxDeleteShare * live) {
    throw new RunRefused(`${unseen} of ${live} records would be marked deleted`);
  }
}
