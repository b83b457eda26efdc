import type { ServiceformClient } from "@serviceform/client";
import { createSync } from "../../create-sync.js";
import { postgresTarget } from "../../postgres/index.js";
import { type AccountStore, type DeadLetterEngine, type EngineStats, pgBossEngine } from "../../worker/index.js";
import type { Command } from "../command.js";
import { EXIT } from "../exit-code.js";
import { waitFor } from "../wait-for.js";
import { databaseFlags, databaseOf, withAccounts } from "./open-fleet.js";

interface FleetStatus {
  readonly accounts: { readonly total: number; readonly paused: number };
  readonly jobs: EngineStats;
  /** When the run ended that is the oldest among the last ones of active accounts; null before the first. */
  readonly oldestDone: string | null;
  /** How many of the last runs failed. */
  readonly failed: number;
}

const REFRESH_MS = 2_000;

export const fleetCommand: Command = {
  usage: "",
  summary: "show accounts, jobs, failures and the oldest mirror; on a terminal, live until interrupted",
  flags: databaseFlags,
  async run({ values }, io, signal) {
    const database = databaseOf(values, io);
    const engine = pgBossEngine(database);
    await engine.start();
    try {
      return await withAccounts(database, async (accounts) => {
        if (values.json || !io.stdout.isTTY) {
          const status = await readFleet(database, accounts, engine);
          io.stdout.write(values.json ? `${JSON.stringify(status)}\n` : renderFleet(status));
          return EXIT.done;
        }
        while (!signal.aborted) {
          io.stdout.write(`\x1b[2J\x1b[H${renderFleet(await readFleet(database, accounts, engine))}`);
          await waitFor(REFRESH_MS, signal).catch(() => undefined);
        }
        return EXIT.done;
      });
    } finally {
      await engine.close();
    }
  },
};

async function readFleet(database: string, store: AccountStore, engine: DeadLetterEngine): Promise<FleetStatus> {
  const sync = createSync({ client: {} as ServiceformClient, target: postgresTarget(database) });
  try {
    const [accounts, jobs, runs] = await Promise.all([store.list(), engine.stats(), sync.status()]);
    const active = new Set(accounts.filter(({ paused }) => !paused).map(({ account }) => account));
    const current = runs.filter(({ account }) => active.has(account));
    const ends = current.flatMap(({ status, ended }) => (status === "done" && ended !== null ? [ended] : []));
    return {
      accounts: { total: accounts.length, paused: accounts.length - active.size },
      jobs,
      oldestDone: ends.sort()[0] ?? null,
      failed: current.filter(({ status }) => status === "failed" || status === "refused").length,
    };
  } finally {
    await sync.close();
  }
}

function renderFleet({ accounts, jobs, oldestDone, failed }: FleetStatus): string {
  return [
    `accounts     ${accounts.total}, ${accounts.paused} paused`,
    `jobs         ${jobs.queued} queued, ${jobs.active} active, ${jobs.dead} dead`,
    `last runs    ${failed} failed or refused`,
    `oldest done  ${oldestDone ?? "none"}`,
    "",
  ].join("\n");
}
