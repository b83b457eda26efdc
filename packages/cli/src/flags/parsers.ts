import { parseTime } from "@serviceform/records";

/** Parses a value. The error message starts with `value must`, in which the name of the flag replaces `value`. */
export function integer(
  minimum: number = Number.MIN_SAFE_INTEGER,
  maximum: number = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^-?\d+$/.test(text) && Number.isSafeInteger(number) && number >= minimum && number <= maximum) return number;
    throw new Error(`value must be an integer${renderRange(minimum, maximum)}`);
  };
}

function renderRange(minimum: number, maximum: number): string {
  if (maximum < Number.MAX_SAFE_INTEGER) return ` from ${minimum} to ${maximum}`;
  return minimum > Number.MIN_SAFE_INTEGER ? ` of at least ${minimum}` : "";
}

export function decimal(text: string): number {
  if (text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  throw new Error("value must be a number");
}

/** ISO 8601, `now`, or a time ago; returns ISO 8601 in UTC. */
export function time(text: string): string {
  const time = parseTime(text, Date.now());
  if (time === undefined) throw new Error("value must be a time, such as 2025-06-30T12:00:00Z, 2025-06-30, 30d or now");
  return new Date(time).toISOString();
}

export function fileName(text: string): string {
  if (text !== "" && !/[\\/]$/.test(text)) return text;
  throw new Error("value must name a file");
}

export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("value must be JSON");
  }
}

/** A file for a form or a whole body; forms send its name too. */
export async function file(path: string): Promise<File> {
  const [{ readFile }, { basename }] = await Promise.all([import("node:fs/promises"), import("node:path")]);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`value must name a file that can be read (${error.code})`);
  });
  return new File([bytes], basename(path));
}
