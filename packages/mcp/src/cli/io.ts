import type { Readable, Writable } from "node:stream";

/** The input and output of a command, such as `process`. */
export interface Io {
  /** Over stdio, carries only the protocol. */
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin?: Readable;
}
