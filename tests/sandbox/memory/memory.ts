/** How much memory a process takes, in bytes. */
export interface Sample {
  readonly rss: number;
  /** Live memory: garbage is collected before it is measured. */
  readonly heap: number;
}

export function memory(): Sample {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}
