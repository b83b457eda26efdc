import type { ChatStatistics } from "@serviceform/types";
import type { SandboxInternals } from "../../../create-sandbox.js";
import type { DayRange, Period, StatisticsPeriod, StatisticsReport } from "../../client/statistics-report.js";
import { callOperation } from "../call-operation.js";
import { lastActivity } from "./last-activity.js";
import { listPeriods } from "./list-periods.js";

/** Requests the statistics of the last periods: one call for each, and one for all of them. */
export async function readStatistics(open: SandboxInternals, period: Period, count: number): Promise<StatisticsReport> {
  const { store, now } = open.api.accounts.get(open.apiKey);
  const ranges = listPeriods(period, count, lastActivity(store.chats, now()));
  const [first, last] = [ranges[0] as DayRange, ranges.at(-1) as DayRange];
  const total = await getStatistics(open, { from: first.from, to: last.to });
  const periods: StatisticsPeriod[] = [];
  for (const range of ranges) {
    periods.push({ ...range, statistics: await getStatistics(open, range) });
    // Each call reads every chat, so other requests get their turn between.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { period, total, periods };
}

async function getStatistics(open: SandboxInternals, { from, to }: DayRange): Promise<ChatStatistics> {
  // A range includes both ends, so a day ends before the next begins.
  const input = { startTime: `${from}T00:00:00.000Z`, endTime: `${to}T23:59:59.999Z` };
  const { status, body } = await callOperation(open, "getChatStatistics", input);
  if (status === 200 && body && "value" in body) return body.value as ChatStatistics;
  throw new Error(`getChatStatistics responded with ${status}.`);
}
