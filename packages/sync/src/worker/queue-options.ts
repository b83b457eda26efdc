import type { PgBoss } from "pg-boss";
import { RETRY_LIMIT } from "./engine.js";

/** The queue of dead letters. */
export const DEAD = "sync-dead";

/** pg-boss accepts less than a day; heartbeats end a lost job much earlier. */
const EXPIRE_SECONDS = 82_800;

/** The options of a queue of pg-boss for a fleet. */
export const QUEUE_OPTIONS: NonNullable<Parameters<PgBoss["createQueue"]>[1]> = {
  policy: "exclusive",
  deadLetter: DEAD,
  retryLimit: RETRY_LIMIT,
  retryBackoff: true,
  retryDelayMax: 900,
  heartbeatSeconds: 30,
  expireInSeconds: EXPIRE_SECONDS,
  // The table of runs records completed jobs.
  deleteAfterSeconds: 3_600,
};

/**
 * With a heartbeat of 30 s, a job whose worker was killed is available again within 60 s. Completed jobs are deleted
 * hourly.
 */
export const MONITORING = {
  superviseIntervalSeconds: 10,
  monitorIntervalSeconds: 10,
  maintenanceIntervalSeconds: 3_600,
} as const;
