import type { ClientOptions } from "@serviceform/client";

/** The input and output of a command, such as `process`. */
export interface CommandIo {
  readonly stdout: Output;
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin?: unknown;
  /** Interrupts the command. Without a signal, SIGINT and SIGTERM interrupt it. */
  readonly signal?: AbortSignal;
  /** Loads the sandbox for `--sandbox`. Without it, `@serviceform/sandbox` must be installed where this package finds it. */
  readonly loadSandbox?: () => Promise<SandboxModule>;
}

/** The part of `@serviceform/sandbox` that a command uses. */
export interface SandboxModule {
  createSandbox(options: { readonly now: number; readonly leadCount?: number; readonly seed?: number }): {
    readonly fetch: NonNullable<ClientOptions["fetch"]>;
  };
}

/** A stream of Node.js, or a function that takes text. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
  on?(event: "error", listener: (error: Error) => void): unknown;
  off?(event: "error", listener: (error: Error) => void): unknown;
}
