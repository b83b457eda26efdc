// Declaration files of callers refer to these types, which under pnpm they can import only from this entry.
export type * from "@serviceform/types";
export { ContractError } from "./contract-error.js";
export { createSandbox, type Sandbox, type SandboxAccount } from "./create-sandbox.js";
export type { Fault, FaultKind } from "./faults/fault.js";
export type { Faults } from "./faults/fault-list.js";
export type { Moment, SandboxOptions } from "./options.js";
export type { RecordedRequest } from "./pipeline/log-entry.js";
export type { Store } from "./seed-data/create-store.js";
export type { ListChanges } from "./seed-data/next-day/advance-list.js";
export type { AdvanceOptions } from "./seed-data/next-day/advance-options.js";
export type { StoreChanges } from "./seed-data/next-day/advance-store.js";
