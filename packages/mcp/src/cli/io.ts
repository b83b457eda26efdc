import type { Readable, Writable } from "node:stream";

/** What a command reads and writes, such as `process`. */
export interface Io {
  /** Over stdio it carries the protocol alone. */
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdin?: Readable;
}
