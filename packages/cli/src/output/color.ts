import type { Io } from "../io.js";

/** Bold text on a terminal that supports colors, unless NO_COLOR is set. */
export function bold(text: string, { stdout, env }: Io): string {
  const wanted = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  return wanted ? `\u001b[1m${text}\u001b[22m` : text;
}
