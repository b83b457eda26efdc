/**
 * Reads a time as epoch milliseconds: ISO 8601, where a date alone is its first moment in UTC, `now`, or a time that has passed, such
 * as `30d`, `12h` and `15m`. Undefined where the text is none of them.
 */
export function parseTime(text: string, now: number): number | undefined {
  if (text === "now") return now;
  const [, amount, unit] = /^(\d+)([dhm])$/.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) return now - Number(amount) * (UNIT_MS[unit] ?? Number.NaN);
  if (!ISO_8601.test(text)) return undefined;
  // Without an offset a time is UTC: the same command means the same on every machine.
  const time = Date.parse(/T.*(Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes("T") ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}

const UNIT_MS: { readonly [unit: string]: number } = { d: 86_400_000, h: 3_600_000, m: 60_000 };
const ISO_8601 = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
