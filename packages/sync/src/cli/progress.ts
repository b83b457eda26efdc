import type { SyncEvent } from "../engine/job.js";
import type { CommandIo } from "./io.js";
import type { FlagValues } from "./parse-flags.js";

/** Reports progress: with `--json` an event per line, on a terminal a line that is overwritten, elsewhere nothing. */
export function createProgress(
  values: FlagValues,
  { stderr, env }: CommandIo,
): ((event: SyncEvent) => void) | undefined {
  if (values.json) return (event) => void stderr.write(`${JSON.stringify(event)}\n`);
  if (!stderr.isTTY || env.TERM === "dumb") return undefined;

  let started = 0;
  return (event) => {
    if (event.type === "started") started = Date.now();
    if (event.type === "ended") stderr.write("\r\x1b[K");
    if (event.type !== "progress") return;
    const perSecond = Math.round((event.seen / Math.max(Date.now() - started, 1)) * 1000);
    stderr.write(`\r\x1b[K${group(event.seen)} ${event.stream} · ${group(perSecond)}/s`);
  };
}

function group(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, " ");
}
