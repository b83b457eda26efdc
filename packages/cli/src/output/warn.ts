import { printableLines } from "@serviceform/records";
import type { Io } from "../io.js";

/** Writes a line to stderr, unless `--quiet`. */
export function warn({ stderr }: Io, { quiet = false }: { readonly quiet?: boolean }, message: string): void {
  if (!quiet) stderr.write(`${printableLines(message)}\n`);
}
