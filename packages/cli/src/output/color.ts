import type { Io } from "../io.js";

/** Bold text on a terminal that supports colors, unless NO_COLOR is set. */
export function bold(text: string, { stdout, env }: Io): string {
  const isColored = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  return isColored ? `\u001b[1m${text}\u001b[22m` : text;
}
