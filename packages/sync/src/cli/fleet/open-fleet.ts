import { postgresTarget } from "../../postgres/index.js";
import { type AccountStore, pgBossEngine, postgresAccounts, postgresRuns, type RunLog } from "../../worker/index.js";
import type { CommandIo } from "../io.js";
import { type Flags, type FlagValues, textOf } from "../parse-flags.js";
import { UsageError } from "../usage-error.js";

export const databaseFlags: Flags = {
  database: {
    value: "url",
    help: "the PostgreSQL of mirrors and jobs, postgres://… (default: SERVICEFORM_DATABASE_URL)",
  },
};

/** The connection string, which may hold a password and is never shown. */
export function databaseOf(values: FlagValues, { env }: CommandIo): string {
  const url = textOf(values, "database") ?? env.SERVICEFORM_DATABASE_URL?.trim();
  if (!url) throw new UsageError("--database is required; or set SERVICEFORM_DATABASE_URL");
  if (!/^postgres(ql)?:\/\//.test(url)) throw new UsageError("--database must be postgres://…");
  return url;
}

/** The stores of a fleet in its database, without the job queue. */
export interface FleetStores {
  readonly accounts: AccountStore;
  readonly runs: RunLog;
}

/** Creates missing tables, and passes the stores to `use`. */
export async function withFleet<Result>(
  database: string,
  use: (stores: FleetStores) => Promise<Result>,
): Promise<Result> {
  const target = postgresTarget(database);
  try {
    await target.open("write");
  } finally {
    await target.close();
  }
  const [accounts, runs] = await Promise.all([postgresAccounts(database), postgresRuns(database)]);
  try {
    return await use({ accounts, runs });
  } finally {
    await Promise.all([accounts.close(), runs.close()]);
  }
}

/** Starts the job queue, and passes it to `use`. */
export async function withEngine<Result>(
  database: string,
  use: (engine: ReturnType<typeof pgBossEngine>) => Promise<Result>,
): Promise<Result> {
  const engine = pgBossEngine(database);
  await engine.start();
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}
