import type { ChatStatistics } from "@serviceform/types";
import { formatCount, formatDay } from "../format.js";
import type { StatisticsReport } from "../statistics-report.js";
import type { ChartData } from "./chart.js";

/** Further names are combined: a chart could not distinguish more. */
const NAMES = 5;
const OTHERS = "others";

/** From the contract: a score out of 5. */
const MAX_SCORE = 5;

type Counts = Readonly<Record<string, number>>;

/** The data of each chart. */
export function toChartData(report: StatisticsReport) {
  const count = (title: string, of: (statistics: ChatStatistics) => Counts, listNames: typeof rankNames) => {
    const names = fold(listNames(of(report.total)));
    return createData(report, title, names, (statistics) => countNames(of(statistics), names));
  };
  const measure = (title: string, of: (statistics: ChatStatistics) => number | undefined, limit = 0) => {
    // Without chats the API returns 0, which is not a measurement.
    const measured = (statistics: ChatStatistics) => (statistics.totalChats ? of(statistics) : undefined);
    return { ...createData(report, title, [title], (statistics) => [measured(statistics)]), limit };
  };
  return {
    sources: count("Chats by source", ({ chatsBySource = {} }) => chatsBySource, rankNames),
    durations: count("Chats by duration", ({ chatDurations = {} }) => chatDurations, Object.keys),
    satisfaction: measure("Satisfaction score", ({ satisfactionScore }) => satisfactionScore, MAX_SCORE),
    responseTime: measure("Average response time", ({ averageResponseTime }) => averageResponseTime),
  };
}

function createData(
  { period, periods }: StatisticsReport,
  subject: string,
  names: readonly string[],
  valuesOf: (statistics: ChatStatistics) => readonly (number | undefined)[],
): ChartData {
  const title = `${subject} per ${period}`;
  const rows = periods.map(({ from, to, statistics }) => {
    return { day: from, label: describeDays(from, to), values: valuesOf(statistics) };
  });
  const largest = Math.max(0, ...rows.flatMap(({ values }) => values.map((value = 0) => value)));
  const days = describeDays(periods[0]?.from ?? "", periods.at(-1)?.to ?? "");
  return { title, summary: `${title}, ${days}, at most ${formatCount(largest)}.`, names, periods: rows, limit: 0 };
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

function describeDays(from: string, to: string): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
