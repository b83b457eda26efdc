import type { RunReport } from "../create-sync.js";
import type { StreamReport } from "../engine/job.js";

export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3, unauthorized: 4, busy: 75, interrupted: 130 } as const;

/** The most severe first: an invalid key, a guard, a failure. */
const WORST_FIRST: readonly number[] = [EXIT.unauthorized, EXIT.refused, EXIT.failed];

/** The exit code of the stream with the most severe status. */
export function exitCodeOf({ streams }: RunReport): number {
  const codes = Object.values(streams).map(codeOf);
  return WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.done;
}

function codeOf({ status, error, rejected }: StreamReport): number {
  if (error?.status === 401 || error?.status === 403) return EXIT.unauthorized;
  if (status === "refused" || rejected > 0) return EXIT.refused;
  return status === "failed" ? EXIT.failed : EXIT.done;
}
