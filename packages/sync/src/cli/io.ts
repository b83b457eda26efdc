/** Where a command reads and writes; such as `process`. */
export interface CommandIo {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin?: unknown;
  /** Interrupts the command. Without it, SIGINT and SIGTERM do. */
  readonly signal?: AbortSignal;
}
