import { afterEach, expect, test } from "vitest";
import { streams } from "../streams.js";
import { toStoredRecord } from "./stored-record.js";

const { TZ } = process.env;

afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

const timeOf = (updated: unknown) => toStoredRecord(streams.leads, { id: "a", value: { updated } });

test.for([
  ["2024-08-30T05:48:46+02:00", "2024-08-30T03:48:46.000Z"],
  ["2024-08-30T05:48:46", "2024-08-30T05:48:46.000Z"],
  [1_672_531_200, "2023-01-01T00:00:00.000Z"],
  ["now", null],
  ["30d", null],
  ["August 2024", null],
  ["2024-02-29T05:48:46.000Z", "2024-02-29T05:48:46.000Z"],
  ["2024-08-31T05:48:46.000Z", "2024-08-31T05:48:46.000Z"],
  ["2024-06-30T05:48:46.000Z", "2024-06-30T05:48:46.000Z"],
  ["2024-06-31T05:48:46.000Z", null],
  ["2024-02-30T05:48:46.000Z", null],
  ["2023-02-29T05:48:46.000Z", null],
  ["0000-06-01T00:00:00.000Z", null],
  ["0001-06-01T00:00:00.000Z", "0001-06-01T00:00:00.000Z"],
  [1e15, null],
] as const)("the time %s is stored as %s in every time zone", ([updated, sourceTime]) => {
  process.env.TZ = "Asia/Tokyo";
  expect(timeOf(updated)).toMatchObject({ sourceTime });
});
