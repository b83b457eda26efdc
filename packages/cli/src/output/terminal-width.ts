import type { OutputStream } from "../io.js";

/** The columns of a terminal; a pseudo-terminal that nobody has sized has none. */
export function terminalWidth({ columns }: OutputStream): number {
  return columns || 80;
}
