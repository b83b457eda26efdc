// The declarations of a caller's code name these types, under pnpm by this entry alone.
export type * from "@serviceform/types";
export type {
  AdvanceOptions,
  Fault,
  FaultKind,
  Faults,
  ListChanges,
  Moment,
  RecordedRequest,
  Sandbox,
  SandboxAccount,
  SandboxOptions,
  Store,
  StoreChanges,
} from "../index.js";
export { type SandboxServer, type ServerOptions, startServer } from "./start-server.js";
