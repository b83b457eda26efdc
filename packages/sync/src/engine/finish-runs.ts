import type { RunEnding, Target } from "../target/target.js";
import type { StreamReport } from "./job.js";
import type { StreamRun } from "./stream-run.js";

/** How to end a run; `cause` is the error that ended it. */
export type Ending = RunEnding & { readonly cause?: unknown };

/** Ends one run. */
export async function finishRun(target: Target, run: StreamRun, ending: Ending): Promise<StreamReport> {
  // One run gives one report.
  const [report] = (await finishRuns(target, [{ run, ending }])) as [StreamReport];
  return report;
}

/** Ends the runs in one transaction. If that fails, none of their deletions are applied; their batches are kept. */
export async function finishRuns(
  target: Target,
  runs: readonly { readonly run: StreamRun; readonly ending: Ending }[],
): Promise<StreamReport[]> {
  try {
    const rows = await target.finishRuns(runs.map(({ ending: { cause: _, ...ending } }) => ending));
    return runs.map(({ run, ending }, index) => run.report(rows[index], ending.cause));
  } catch (error) {
    return runs.map(({ run, ending }) => run.report(undefined, ending.cause ?? error));
  }
}
