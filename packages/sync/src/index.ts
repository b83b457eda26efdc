export { createSync, type RunReport, type Sync } from "./create-sync.js";
export type { Guards, StreamError, StreamReport, SyncEvent } from "./engine/job.js";
export type { RunOptions, SyncOptions } from "./options.js";
export type { StreamName, TableName } from "./streams.js";
export { SyncBusyError } from "./sync-busy-error.js";
export type { Target } from "./target/target.js";
