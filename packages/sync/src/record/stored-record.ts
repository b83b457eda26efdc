import { parseTime } from "@serviceform/records";
import type { StreamDescription } from "../streams.js";
import type { ParsedRecord } from "./parse-record.js";
import { toStorableJson } from "./storable-json.js";

/** A record in the form of the tables. */
export interface StoredRecord {
  readonly id: string;
  /** JSON with sorted keys, from which the hash is made. */
  readonly doc: string;
  /** When the record changed according to its own data, in ISO 8601. */
  readonly sourceTime: string | null;
}

export function toStoredRecord(stream: StreamDescription, { id, value }: ParsedRecord): StoredRecord {
  return { id, doc: toStorableJson(value), sourceTime: toIsoTime(stream.time ? value[stream.time] : undefined) };
}

/** Numbers are epoch seconds, as in the contract. */
function toIsoTime(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  if (typeof value === "string" && isIsoTime(value)) return value;
  // A record has no time relative to now.
  const time = new Date(typeof value === "number" ? value * 1000 : (parseTime(value, Number.NaN) ?? Number.NaN));
  const text = Number.isNaN(time.getTime()) ? "" : time.toISOString();
  // Years of more than four digits have a sign, which databases reject; they reject the year 0 too.
  return /^(?!0000)\d/.test(text) ? text : null;
}

const ISO_TIME = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Whether a time already has its stored form, as most do: parsing it takes longer. */
function isIsoTime(text: string): boolean {
  return ISO_TIME.test(text) && (hasDay(text.slice(5, 7), text.slice(8, 10)) || new Date(text).toJSON() === text);
}

/** Whether a month has this day in every year; false for the last days of some. */
function hasDay(month: string, day: string): boolean {
  return day <= "28" || (day <= "30" && month !== "02");
}
