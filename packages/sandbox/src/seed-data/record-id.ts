/** The default seed of the sandbox. */
export const DEFAULT_SEED = 1;

/** The ID of a record: `lead-1` with the default seed and `lead-7-1` with seed 7, since accounts share no IDs. */
export function recordId(noun: string, seed: number, index: number): string {
  return seed === DEFAULT_SEED ? `${noun}-${index + 1}` : `${noun}-${seed}-${index + 1}`;
}
