import type { Settings } from "../options.js";

/** One statement on the mirror at a path. */
export interface QueryRequest {
  readonly path: string;
  readonly sql: string;
  readonly settings: Pick<Settings, "personal" | "lockdown">;
}

/** What the process of a query receives. */
export interface TimedRequest extends QueryRequest {
  readonly timeoutMs: number;
}
