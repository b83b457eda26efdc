import { setFlagsFromString } from "node:v8";

/** What dies young, which is all that a long list leaves behind, gets no more room than at the start. */
const YOUNG = "--semi-space-growth-factor=1";

/** Garbage is collected once the heap is larger by a fifth, where V8 lets a small one grow to several times its size. */
const OLD = "--heap-growing-percent=20";

/** Keeps V8 from reserving ever more memory. It counts for the whole process, so only a command may ask for it. */
export function limitHeap(): void {
  try {
    for (const flag of [YOUNG, OLD]) setFlagsFromString(flag);
  } catch {
    // Other engines than V8 have no such flags.
  }
}
