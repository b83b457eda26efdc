import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8 from reserving ever more memory for what dies young, which is all that a long list leaves behind. It counts for
 * the whole process, so only a command may ask for it.
 */
export function limitYoungHeap(): void {
  try {
    setFlagsFromString("--semi-space-growth-factor=1");
  } catch {
    // Other engines than V8 have no such flag.
  }
}
