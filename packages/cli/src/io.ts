/** The input and output of a command, such as the streams of `process`. */
export interface Io {
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin?: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** The command line, for the hint how to continue; set when a command runs. */
  readonly argv?: readonly string[];
  /** Aborts the command, which then returns 130. */
  readonly signal?: AbortSignal;
}

export type InputStream = AsyncIterable<Uint8Array | string>;

export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(chunk: string | Uint8Array, callback?: (error?: Error | null) => void): boolean;
  on?(event: "error", listener: (error: Error) => void): unknown;
}
