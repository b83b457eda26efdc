import type { EngineStats } from "../../worker/index.js";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { printResult } from "../print-result.js";
import { waitFor } from "../wait-for.js";
import { databaseFlags, databaseOf, type FleetStores, withEngine, withFleet } from "./open-fleet.js";
import { type FleetStatus, renderFleet } from "./render-fleet.js";

const REFRESH_MS = 2_000;

export const fleetCommand: Command = {
  usage: "",
  summary: "Show accounts, jobs, throughput, lag and failures; on a terminal, live until interrupted",
  flags: databaseFlags,
  async run({ values }, io, signal) {
    const database = databaseOf(values, io);
    return withEngine(database, (engine) =>
      withFleet(database, async (stores) => {
        const read = async (): Promise<FleetStatus> => readFleet(stores, await engine.stats());
        if (values.json || !io.stdout.isTTY || io.env.TERM === "dumb") {
          const status = await read();
          return printResult(io, values, status, renderFleet([status]));
        }
        await showLive(read, (text) => io.stdout.write(text), signal);
        return EXIT.done;
      }),
    );
  },
};

/** Redraws the screen at an interval. If a read fails, the next redraw tries again. */
async function showLive(
  read: () => Promise<FleetStatus>,
  write: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let history: readonly FleetStatus[] = [];
  while (!signal.aborted) {
    try {
      history = [...history, await read()].slice(-MAX_HISTORY);
      write(`${CLEAR}${renderFleet(history)}`);
    } catch (error) {
      write(`${CLEAR}${renderFleet(history)}\nthe database does not respond: ${(error as Error).message}\n`);
    }
    await waitFor(REFRESH_MS, signal).catch(() => undefined);
  }
}

async function readFleet({ accounts, runs }: FleetStores, jobs: EngineStats): Promise<FleetStatus> {
  const [all, summary] = await Promise.all([accounts.list(), runs.summarize()]);
  const paused = all.filter((account) => account.paused).length;
  return { accounts: { total: all.length, paused }, jobs, ...summary };
}

/** Clears the screen but not the scrollback, and moves the cursor to the top. */
const CLEAR = "\x1b[2J\x1b[H";
/** A bar chart of the throughput as wide as a terminal. */
const MAX_HISTORY = 40;
