import { DAY_MS } from "../timeline.js";

const HOUR_MS = 3_600_000;

/** The same time with an offset: 14:00 in UTC is 16:00+02:00. Without a time, the end of the seed data. */
export function withOffset(dateTime: string | undefined, end: number): string {
  const time = dateTime === undefined ? end : Date.parse(dateTime);
  return new Date(time + 2 * HOUR_MS).toISOString().replace("Z", "+02:00");
}

/** The time without fractions of a second. */
export function withoutMilliseconds(dateTime: string | undefined, end: number): string {
  const time = dateTime === undefined ? end : Date.parse(dateTime);
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

/** A time after the current one. */
export function inTheFuture(end: number): string {
  return new Date(end + 30 * DAY_MS).toISOString();
}
