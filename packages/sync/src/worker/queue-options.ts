import type { PgBoss } from "pg-boss";
import { RETRY_LIMIT } from "./engine.js";

/** The queue of dead letters. */
export const DEAD = "sync-dead";

/** The longest that pg-boss accepts is below a day; heartbeats end a lost job long before. */
const EXPIRE_SECONDS = 82_800;

/** How pg-boss keeps the jobs of a fleet. */
export const QUEUE_OPTIONS: NonNullable<Parameters<PgBoss["createQueue"]>[1]> = {
  policy: "exclusive",
  deadLetter: DEAD,
  retryLimit: RETRY_LIMIT,
  retryBackoff: true,
  retryDelayMax: 900,
  heartbeatSeconds: 30,
  expireInSeconds: EXPIRE_SECONDS,
  // What has been done stands in the table of runs.
  deleteAfterSeconds: 3_600,
};

/** With a heartbeat of 30 s, a job whose worker was killed is free again within 60 s. Jobs that are done are deleted hourly. */
export const MONITORING = {
  superviseIntervalSeconds: 10,
  monitorIntervalSeconds: 10,
  maintenanceIntervalSeconds: 3_600,
} as const;
