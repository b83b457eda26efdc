/** The input and output of a command, such as `process`. */
export interface CommandIo {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin?: unknown;
  /** Interrupts the command. Without a signal, SIGINT and SIGTERM interrupt it. */
  readonly signal?: AbortSignal;
}
