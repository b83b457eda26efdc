export type { Account, AccountStore } from "./account.js";
export { Circuit } from "./circuit.js";
export type {
  DeadJob,
  DeadLetterEngine,
  Engine,
  EngineStats,
  Job,
  JobHandler,
  JobOutcome,
  TransactionalEngine,
} from "./engine.js";
export { type MemoryEngineOptions, memoryEngine } from "./memory-engine.js";
export { Metrics } from "./metrics.js";
export { parseAccounts } from "./parse-accounts.js";
export { type PgBossEngineOptions, pgBossEngine } from "./pg-boss-engine.js";
export { type PlanOptions, planJobs } from "./plan-jobs.js";
export { postgresAccounts } from "./postgres-accounts.js";
export { type Failure, postgresRuns, type RunLog, type RunSummary, type Throughput } from "./postgres-runs.js";
export { QueueVersionError } from "./queue-version-error.js";
export { runWorker, type WorkerEvent, type WorkerOptions } from "./run-worker.js";
export { type MetricsServer, serveMetrics } from "./serve-metrics.js";
export { type StreamEnd, type SyncJobDeps, syncJob } from "./sync-job.js";
