import { expect, test } from "vitest";
import { planJobs } from "./plan-jobs.js";

const accounts = [
  { account: "a", keyRef: "env:A", group: "north" },
  { account: "b", keyRef: "env:B" },
  { account: "c", keyRef: "env:C", paused: true },
];

test("a plan has one job for each stream that is due, the longest overdue first", () => {
  const lastStarted = new Map([
    ["a:leads", 0],
    ["a:chats", 60_001],
    ["b:leads", 60_000],
  ]);
  const jobs = planJobs({ accounts, streams: ["leads", "chats"], lastStarted, everyMs: 60_000, now: 120_000 });
  expect(jobs).toEqual([
    { account: "b", stream: "chats", mode: "auto", group: "b" },
    { account: "a", stream: "leads", mode: "auto", group: "north" },
    { account: "b", stream: "leads", mode: "auto", group: "b" },
  ]);
});

test("a stream is due if its last start is of a clock that was ahead", () => {
  const lastStarted = new Map([
    ["a:leads", 3_600_000],
    ["b:leads", 30_000],
  ]);
  expect(planJobs({ accounts, streams: ["leads"], lastStarted, everyMs: 60_000, now: 0 })).toEqual([
    { account: "a", stream: "leads", mode: "auto", group: "north" },
  ]);
});
