import type { Settings } from "../options.js";

/** One statement on the mirror at a path. */
export interface QueryRequest {
  readonly path: string;
  readonly sql: string;
  readonly settings: Pick<Settings, "personal" | "lockdown">;
}

/** The timeout of a query. */
export const TIMEOUT_MS = 5000;
