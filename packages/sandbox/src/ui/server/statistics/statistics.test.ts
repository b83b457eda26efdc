import { expect, test } from "vitest";
import { createInternals } from "../../../testing/sandbox.js";
import { lastActivity } from "./last-activity.js";
import { listPeriods } from "./list-periods.js";
import { readStatistics } from "./read-statistics.js";

test("days follow one another up to the last, weeks run from Monday to Sunday", () => {
  const end = new Date("2026-03-01T23:00:00Z");
  expect(listPeriods("day", 3, end)).toEqual([
    { from: "2026-02-27", to: "2026-02-27" },
    { from: "2026-02-28", to: "2026-02-28" },
    { from: "2026-03-01", to: "2026-03-01" },
  ]);
  // A Sunday, which ends its week.
  expect(listPeriods("week", 2, end)).toEqual([
    { from: "2026-02-16", to: "2026-02-22" },
    { from: "2026-02-23", to: "2026-03-01" },
  ]);
  expect(listPeriods("week", 1, new Date("2026-03-02T00:00:00Z"))).toEqual([{ from: "2026-03-02", to: "2026-03-08" }]);
});

test("statistics end with the chats, and not in the future", () => {
  const chat = (time: string) => ({ cid: time, lastMessageTime: Date.parse(time) / 1_000 });
  const now = new Date("2026-01-10T00:00:00Z");
  const chats = [
    chat("2026-01-02T00:00:00Z"),
    chat("2026-01-05T00:00:00Z"),
    chat("2027-01-01T00:00:00Z"),
    { cid: "x" },
  ];
  expect(lastActivity(chats, now)).toEqual(new Date("2026-01-05T00:00:00Z"));
  expect(lastActivity([], now)).toEqual(now);
});

test.for(["day", "week"] as const)("each %s is a call of its own, and together they are the whole", async (period) => {
  const open = createInternals({ now: new Date("2026-01-31T12:00:00Z") });
  const { total, periods } = await readStatistics(open, period, 14);
  const chats = periods.map(({ statistics: { totalChats = 0 } }) => totalChats);
  expect(total.totalChats).toBeGreaterThan(0);
  expect(chats.reduce((sum, count) => sum + count, 0)).toBe(total.totalChats);
  expect(open.sandbox.requests).toEqual([]);
});
