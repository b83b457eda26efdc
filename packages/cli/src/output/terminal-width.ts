import type { OutputStream } from "../io.js";

/** The width of a terminal in cells; a pseudo-terminal may have no size. */
export function terminalWidth({ columns }: OutputStream): number {
  return columns || 80;
}
