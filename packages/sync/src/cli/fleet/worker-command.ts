import { redactionMismatch, toRedactionMark } from "../../assert-redaction.js";
import type { SyncOptions } from "../../options.js";
import { Metrics, pgBossEngine, type RunLog, runWorker, serveMetrics } from "../../worker/index.js";
import type { Command } from "../command.js";
import { streamsOf } from "../create-sync-from-flags.js";
import { EXIT } from "../exit-code.js";
import { redactionFlags, streamFlags } from "../flags.js";
import type { CommandIo } from "../io.js";
import { type FlagValues, integerOf, intervalOf, portOf, textOf } from "../parse-flags.js";
import { createRedactionFromFlags } from "../redaction-from-flags.js";
import { UsageError } from "../usage-error.js";
import { databaseFlags, databaseOf, type FleetStores, withFleet } from "./open-fleet.js";
import { DEFAULT_EVERY_MS } from "./plan-command.js";
import { hostOf, runAccount } from "./run-account.js";
import { SessionPool } from "./session-pool.js";

export const workerCommand: Command = {
  usage: "",
  summary: "Plan what is due and run jobs until interrupted; any number of workers share them",
  flags: {
    ...databaseFlags,
    ...streamFlags,
    ...redactionFlags,
    engine: { value: "name", help: "what holds the jobs (default: pgboss)" },
    concurrency: { value: "number", help: "jobs at the same time (default: 20)" },
    every: { value: "time", help: "time between runs of a stream (default: 15m)" },
    "metrics-port": { value: "port", help: "serve /metrics and /healthz on this port of loopback" },
  },
  async run({ values }, io, signal) {
    const database = databaseOf(values, io);
    const settings = {
      streams: streamsOf(values),
      everyMs: intervalOf(values, "every") ?? DEFAULT_EVERY_MS,
      concurrency: integerOf(values, "concurrency", 1) ?? 20,
      metricsPort: portOf(values, "metrics-port"),
      redact: await createRedactionFromFlags(values, io),
    };
    if ((textOf(values, "engine") ?? "pgboss") !== "pgboss") throw new UsageError("--engine must be pgboss");
    return withFleet(database, (stores) => work(database, settings, { ...stores, values, io, signal }));
  },
};

interface WorkerSettings {
  readonly streams: readonly string[];
  readonly everyMs: number;
  readonly concurrency: number;
  readonly metricsPort: number | undefined;
  readonly redact: SyncOptions["redact"];
}

interface Surroundings extends FleetStores {
  readonly values: FlagValues;
  readonly io: CommandIo;
  readonly signal: AbortSignal;
}

async function work(database: string, settings: WorkerSettings, around: Surroundings): Promise<number> {
  const { accounts, runs, io, signal, values } = around;
  const { concurrency, streams, everyMs, metricsPort, redact } = settings;
  await assertRedactionOfFleet(runs, redact);
  const metrics = new Metrics();
  const log = (event: object): void => writeEvent(event, values, io);
  const engine = pgBossEngine(database, {
    concurrency,
    accountsOn: async (host) =>
      (await accounts.list()).filter((account) => hostOf(account) === host).map(({ account }) => account),
    onError: ({ message }) => log({ event: "error", message }),
  });
  const sessions = new SessionPool(database);
  await using server =
    metricsPort === undefined
      ? undefined
      : await serveMetrics(metricsPort, async () => metrics.render(await engine.stats()));
  if (server) io.stderr.write(`metrics on ${server.url}/metrics\n`);
  try {
    await runWorker({
      engine,
      accounts,
      streams,
      everyMs,
      signal,
      metrics,
      hostOf,
      runSync: (account, job, jobSignal) =>
        runAccount({ sessions, env: io.env, redact, engine }, account, job, jobSignal),
      readLastStarted: () => runs.readLastStarted(streams),
      onEvent: log,
    });
  } finally {
    await sessions.close();
  }
  // A worker always ends by an interrupt.
  return EXIT.done;
}

/** Checked before any job: each job would pause its account. */
async function assertRedactionOfFleet(runs: RunLog, redact: SyncOptions["redact"]): Promise<void> {
  const mark = toRedactionMark(redact);
  const other = await runs.findOtherRedaction(mark);
  if (other) throw redactionMismatch(other.account, { mark, stored: other.mark });
}

/** Writes one JSON event per line, with its time; with `--quiet`, only errors. */
function writeEvent(event: object, { quiet }: FlagValues, { stderr }: CommandIo): void {
  if (quiet && Object(event).event !== "error") return;
  stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`);
}
