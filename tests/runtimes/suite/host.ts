import type { SandboxOptions } from "@serviceform/sandbox";

/** What a runtime gives to the suite. */
export interface Host {
  /** Where the runner listens. */
  readonly control: string;
  /** Whether it is a browser page, where the client has to be allowed. */
  readonly isPage: boolean;
  /** Everything that the runtime's own means of printing make of a value. */
  readonly print: (value: unknown) => string;
  /** The ways in which a sandbox is served here, by name. */
  readonly servers: Readonly<Record<string, Serve>>;
}

export type Serve = (options: SandboxOptions) => Promise<Served>;

export interface Served {
  readonly url: string;
  /** Where it is not reached by the runtime's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  close(): unknown;
}
