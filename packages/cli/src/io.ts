/** What a command reads and writes; such as the streams of `process`. */
export interface Io {
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin?: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** The command, for the hint how to go on; set where a command runs. */
  readonly argv?: readonly string[];
  /** Ends the command; it then returns 130. */
  readonly signal?: AbortSignal;
}

export type InputStream = AsyncIterable<Uint8Array | string>;

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(chunk: string | Uint8Array, callback?: (error?: Error | null) => void): boolean;
  on?(event: "error", listener: (error: Error) => void): unknown;
}
