const READS = ["arrayBuffer", "blob", "formData", "json", "text"] as const;

/** Reads of whole bodies by the platform; Firefox reads them in another thread. */
export interface PendingReads {
  /** How many have not ended. */
  count(): number;
  /** Ends the counting. */
  stop(): void;
}

/** Counts the reads from now on. */
export function countPendingReads(): PendingReads {
  let pending = 0;
  const end = (): void => {
    pending -= 1;
  };
  const restores = [Request.prototype, Response.prototype].flatMap((prototype) =>
    READS.map((name) => {
      const read: () => Promise<unknown> = prototype[name];
      const counted = function (this: Body): Promise<unknown> {
        pending += 1;
        const reading = read.call(this);
        reading.then(end, end);
        return reading;
      };
      Object.assign(prototype, { [name]: counted });
      return () => Object.assign(prototype, { [name]: read });
    }),
  );
  return {
    count: () => pending,
    stop() {
      for (const restore of restores) restore();
    },
  };
}
