// Declaration files of callers refer to these types, which under pnpm they can import only from this entry.
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
