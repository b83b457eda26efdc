// The declarations of a caller's code name these types, under pnpm by this entry alone.
export type * from "@serviceform/types";
export type {
  Fault,
  FaultKind,
  Faults,
  Moment,
  RecordedRequest,
  Sandbox,
  SandboxOptions,
  Store,
} from "../index.js";
export { type SandboxServer, type ServerOptions, startServer } from "./start-server.js";
