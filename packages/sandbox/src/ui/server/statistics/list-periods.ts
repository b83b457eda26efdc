import type { DayRange, Period } from "../../client/statistics-report.js";

const DAY_MS = 86_400_000;
const DAYS: { readonly [Name in Period]: number } = { day: 1, week: 7 };

/** The last days or weeks (Monday to Sunday), up to the one that contains a moment; oldest first. */
export function listPeriods(period: Period, count: number, end: Date): DayRange[] {
  const days = DAYS[period];
  const lastDay = Math.floor(end.getTime() / DAY_MS);
  // Day 0 of the epoch was a Thursday.
  const monday = lastDay - ((lastDay + 3) % 7);
  const start = period === "week" ? monday : lastDay;
  return Array.from({ length: count }, (_, index) => {
    const first = start - (count - 1 - index) * days;
    return { from: toDate(first), to: toDate(first + days - 1) };
  });
}

function toDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
