import { setFlagsFromString } from "node:v8";

/** Short-lived objects, the only ones that a long list creates, get no more memory than at the start. */
const YOUNG = "--semi-space-growth-factor=1";

/**
 * Garbage is collected when the heap has grown by a fifth; by default, V8 lets a small heap grow to several times its
 * size.
 */
const OLD = "--heap-growing-percent=20";

/** Keeps V8 from reserving ever more memory. It applies to the whole process, so only the command calls it. */
export function limitHeap(): void {
  try {
    for (const flag of [YOUNG, OLD]) setFlagsFromString(flag);
  } catch {
    // Engines other than V8 have no such flags.
  }
}
