import { type EngineStats, pgBossEngine } from "../../worker/index.js";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { waitFor } from "../wait-for.js";
import { databaseFlags, databaseOf, type FleetStores, withFleet } from "./open-fleet.js";
import { type FleetStatus, renderFleet } from "./render-fleet.js";

const REFRESH_MS = 2_000;

export const fleetCommand: Command = {
  usage: "",
  summary: "show accounts, jobs, throughput, lag and failures; on a terminal, live until interrupted",
  flags: databaseFlags,
  async run({ values }, io, signal) {
    const database = databaseOf(values, io);
    const engine = pgBossEngine(database);
    await engine.start();
    try {
      return await withFleet(database, async (stores) => {
        const read = async (): Promise<FleetStatus> => readFleet(stores, await engine.stats());
        if (values.json) {
          io.stdout.write(`${JSON.stringify(await read())}\n`);
          return EXIT.done;
        }
        if (!io.stdout.isTTY) {
          io.stdout.write(renderFleet([await read()]));
          return EXIT.done;
        }
        await showLive(read, (text) => io.stdout.write(text), signal);
        return EXIT.done;
      });
    } finally {
      await engine.close();
    }
  },
};

/** A screen that is drawn again and again over itself. What cannot be read now may be at the next turn. */
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

/** The screen and its scrollback stay; the cursor goes to the top. */
const CLEAR = "\x1b[2J\x1b[H";
/** A line of throughput as long as a terminal is wide. */
const MAX_HISTORY = 40;
