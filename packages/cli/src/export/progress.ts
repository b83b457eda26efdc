import type { Io } from "../io.js";
import { terminalWidth } from "../output/terminal-width.js";

/** A line on stderr with the progress of an export, only on a terminal. */
export interface Progress {
  record(): void;
  bytes(count: number): void;
  readonly count: number;
  end(): void;
}

const INTERVAL_MS = 200;

export function createProgress(
  { stderr, env }: Io,
  { noun, quiet }: { readonly noun: string; readonly quiet: boolean },
): Progress {
  const shown = stderr.isTTY === true && env.TERM !== "dumb" && !quiet;
  const startedAt = performance.now();
  let [count, bytes, printedAt] = [0, 0, 0];
  const print = (now: number): void => {
    printedAt = now;
    const perSecond = Math.round(count / Math.max(0.001, (now - startedAt) / 1_000));
    const line = `${group(count)} ${noun} · ${group(perSecond)}/s · ${(bytes / 1e6).toFixed(1)} MB`;
    // A wrapped line cannot be overwritten.
    stderr.write(`\r\u001b[K${line.slice(0, terminalWidth(stderr) - 1)}`);
  };
  return {
    get count() {
      return count;
    },
    record() {
      count += 1;
      // The clock is read only sometimes, since reading it takes as long as the rest of this function.
      if (!shown || count % 64 !== 0) return;
      const now = performance.now();
      if (now - printedAt >= INTERVAL_MS) print(now);
    },
    bytes(more) {
      bytes += more;
    },
    end() {
      if (!shown) return;
      print(performance.now());
      stderr.write("\n");
    },
  };
}

function group(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, " ");
}
