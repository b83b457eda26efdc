import type { ChatStatistics } from "@serviceform/types";
import { formatCount, formatDay } from "../format.js";
import type { StatisticsPeriod, StatisticsReport } from "../statistics-report.js";
import type { ChartData } from "./chart.js";

/** Further names are combined: a chart could not distinguish more. */
const NAMES = 5;
const OTHERS = "others";

/** From the contract: a score out of 5. */
const MAX_SCORE = 5;

/** The data of each chart. */
export function toChartData({ period, total, periods }: StatisticsReport): {
  readonly [Name in "sources" | "durations" | "satisfaction" | "responseTime"]: ChartData;
} {
  const count = (title: string, of: (statistics: ChatStatistics) => Counts, listNames: typeof rankNames): ChartData => {
    const names = fold(listNames(of(total)));
    return createData(`${title} per ${period}`, names, periods, ({ statistics }) => countNames(of(statistics), names));
  };
  const measure = (title: string, of: (statistics: ChatStatistics) => number | undefined): ChartData =>
    // Without chats the API returns 0, which is not a measurement.
    createData(`${title} per ${period}`, [title], periods, ({ statistics }) => [
      statistics.totalChats ? of(statistics) : undefined,
    ]);
  return {
    sources: count("Chats by source", ({ chatsBySource = {} }) => chatsBySource, rankNames),
    durations: count("Chats by duration", ({ chatDurations = {} }) => chatDurations, Object.keys),
    satisfaction: { ...measure("Satisfaction score", ({ satisfactionScore }) => satisfactionScore), limit: MAX_SCORE },
    responseTime: measure("Average response time", ({ averageResponseTime }) => averageResponseTime),
  };
}

type Counts = Readonly<Record<string, number>>;

function createData(
  title: string,
  names: readonly string[],
  periods: readonly StatisticsPeriod[],
  valuesOf: (period: StatisticsPeriod) => readonly (number | undefined)[],
): ChartData {
  const rows = periods.map((period) => ({ day: period.from, label: describeDays(period), values: valuesOf(period) }));
  const largest = Math.max(0, ...rows.flatMap(({ values }) => values.map((value = 0) => value)));
  const [first, last] = [periods[0]?.from ?? "", periods.at(-1)?.to ?? ""];
  return {
    title,
    summary: `${title}, ${formatDay(first)} to ${formatDay(last)}, at most ${formatCount(largest)}.`,
    names,
    periods: rows,
    limit: 0,
  };
}

/** The most frequent first. */
function rankNames(counts: Counts): string[] {
  return Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => name);
}

function fold(names: readonly string[]): readonly string[] {
  return names.length <= NAMES ? names : [...names.slice(0, NAMES), OTHERS];
}

function countNames(counts: Counts, names: readonly string[]): number[] {
  const named = new Set(names);
  const others = Object.entries(counts)
    .filter(([name]) => !named.has(name))
    .reduce((sum, [, count]) => sum + count, 0);
  return names.map((name) => (name === OTHERS ? others + (counts[name] ?? 0) : (counts[name] ?? 0)));
}

function describeDays({ from, to }: StatisticsPeriod): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
