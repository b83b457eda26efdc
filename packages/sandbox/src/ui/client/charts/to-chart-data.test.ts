import { expect, test } from "vitest";
import type { StatisticsReport } from "../statistics-report.js";
import { createScale } from "./scale.js";
import { toChartData } from "./to-chart-data.js";

const names = ["a", "b", "c", "d", "e", "f", "g"];
const chatsBySource = Object.fromEntries(names.map((name, index) => [name, 7 - index]));
const report: StatisticsReport = {
  period: "day",
  total: { totalChats: 28, chatsBySource, chatDurations: { "0-5 minutes": 1, "5-10 minutes": 27 } },
  periods: [
    { from: "2026-01-01", to: "2026-01-01", statistics: { totalChats: 28, chatsBySource, satisfactionScore: 4.5 } },
    { from: "2026-01-02", to: "2026-01-02", statistics: { totalChats: 0, satisfactionScore: 0 } },
  ],
};

test("the most frequent sources have colors of their own, the others share one", () => {
  const { sources } = toChartData(report);
  expect(sources.names).toEqual(["a", "b", "c", "d", "e", "others"]);
  expect(sources.periods.map(({ values }) => values)).toEqual([
    [7, 6, 5, 4, 3, 3],
    [0, 0, 0, 0, 0, 0],
  ]);
});

test("durations keep the order of their minutes", () => {
  expect(toChartData(report).durations.names).toEqual(["0-5 minutes", "5-10 minutes"]);
});

test("a day without chats has no score, although the API gives 0", () => {
  const { satisfaction } = toChartData(report);
  expect(satisfaction.periods.map(({ values }) => values)).toEqual([[4.5], [undefined]]);
  expect(satisfaction.limit).toBe(5);
});

test.for([
  [0, [0, 1]],
  [2, [0, 1, 2]],
  [5, [0, 1, 2, 3, 4, 5]],
  [37, [0, 10, 20, 30, 40]],
  [999_999, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
] as const)("an axis up to %d has few ticks on whole numbers", ([max, ticks]) => {
  expect(createScale({ width: 400, height: 200 }, 10, max).ticks).toEqual(ticks);
});
