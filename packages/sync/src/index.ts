export { createSync, type RunReport, type StreamStatus, type Sync } from "./create-sync.js";
export type { Guards, StreamError, StreamReport, SyncEvent } from "./engine/job.js";
export type { RunOptions, SyncOptions } from "./options.js";
export type { Version } from "./read/as-of.js";
export type { Change } from "./read/changes.js";
export type { VerifyReport } from "./read/verify.js";
export type { StreamName, TableName } from "./streams.js";
export { SyncBusyError } from "./sync-busy-error.js";
export type { Person, Target } from "./target/target.js";
