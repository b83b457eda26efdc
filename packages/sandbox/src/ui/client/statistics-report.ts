import type { ChatStatistics } from "@serviceform/types";

/** Statistics from the API: for the whole range, and from a call for each period of it. */
export interface StatisticsReport {
  readonly period: Period;
  readonly total: ChatStatistics;
  readonly periods: readonly StatisticsPeriod[];
}

export type Period = "day" | "week";

/** Its first and last day in UTC, as in `2025-06-30`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export interface StatisticsPeriod extends DayRange {
  readonly statistics: ChatStatistics;
}
