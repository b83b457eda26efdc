import type { SandboxOptions } from "@serviceform/sandbox";

/** The environment of the suite in a runtime. */
export interface Host {
  /** The URL of the runner. */
  readonly control: string;
  /** Whether it is a browser page, where the client needs `dangerouslyAllowBrowser`. */
  readonly isPage: boolean;
  /** All texts that the runtime's own functions print of a value. */
  readonly print: (value: unknown) => string;
  /** The ways in which a sandbox is served here, by name. */
  readonly servers: Readonly<Record<string, Serve>>;
}

export type Serve = (options: SandboxOptions) => Promise<Served>;

export interface Served {
  readonly url: string;
  /** Undefined for the runtime's own `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  close(): unknown;
}
