/**
 * The forms of a date in HTTP (RFC 9110, 5.6.7) begin with the name of a day; `Date.parse` would read "-5" as a year.
 */
const HTTP_DATE = /^[A-Z][a-z]{2}/;
/** The oldest form has no zone, and means UTC. */
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} .+\d$/;
/**
 * From these numbers on, a value is a point in time, in seconds or in milliseconds: APIs disagree on the meaning of a
 * reset.
 */
const FIRST_EPOCH_SECOND = 1e9;
const FIRST_EPOCH_MS = 1e12;

/**
 * The delay that a response requests, in milliseconds; undefined if it requests none or an invalid one. Points in time
 * are compared with the response's own `Date`, since this machine's clock may be wrong.
 */
export function parseRetryAfter(headers: Headers, status: number): number | undefined {
  const now = parseDate(headers.get("date")) ?? Date.now();
  const ms = parseNumber(headers.get("retry-after-ms"));
  if (ms !== undefined) return ms;
  const after = headers.get("retry-after");
  const seconds = parseNumber(after);
  if (seconds !== undefined) return seconds * 1_000;
  const date = parseDate(after);
  if (date !== undefined) return Math.max(0, date - now);
  const reset = parseReset(headers, status);
  if (reset === undefined) return undefined;
  const resetMs = reset < FIRST_EPOCH_MS ? reset * 1_000 : reset;
  return reset < FIRST_EPOCH_SECOND ? resetMs : Math.max(0, resetMs - now);
}

/** The seconds until a rate limit is reset, if it is exceeded: other responses name them too. */
function parseReset(headers: Headers, status: number): number | undefined {
  const find = (name: string): string | null => headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`);
  return status === 429 || find("remaining") === "0" ? parseNumber(find("reset")) : undefined;
}

/** Reads the first number of a header, which a gateway may have repeated: `fetch` adds `, ` between the values. */
function parseNumber(value: string | null): number | undefined {
  return value && /^\d+(\.\d+)?(, |$)/.test(value) ? Number.parseFloat(value) : undefined;
}

function parseDate(value: string | null): number | undefined {
  if (!value || !HTTP_DATE.test(value)) return undefined;
  const ms = Date.parse(ASCTIME.test(value) ? `${value} GMT` : value);
  return Number.isNaN(ms) ? undefined : ms;
}
