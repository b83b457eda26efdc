import { isRecord, parseTime } from "@serviceform/records";
import type { StreamDescription } from "../streams.js";
import { toCanonicalJson } from "./canonical-json.js";
import { type Redact, redactPersonal } from "./redact-personal.js";
import { mayBeUnstorable, replaceUnstorable, toStorableText } from "./replace-unstorable.js";

/** An element of a list in the form that targets store. */
export interface StoredRecord {
  readonly id: string;
  /** JSON with sorted keys, from which the hash is made. */
  readonly doc: string;
  /** When the record changed according to its own data, in ISO 8601. */
  readonly sourceTime: string | null;
}

/** An element without a usable key. */
export interface RejectedRecord {
  readonly reason: string;
  readonly doc: string;
}

/** With four bytes per character, a key of this length still fits a B-tree of PostgreSQL. */
const MAX_KEY_LENGTH = 500;

export function parseRecord(
  stream: StreamDescription,
  element: unknown,
  redact?: Redact | undefined,
): StoredRecord | RejectedRecord {
  const doc = toStorableJson(redact ? redactPersonal(element, stream.element, redact) : element);
  if (!isRecord(element)) return { reason: "the record must be an object", doc };

  const id = element[stream.key];
  if (typeof id !== "string") return { reason: `${stream.key} must be a string`, doc };
  if (id.length > MAX_KEY_LENGTH)
    return { reason: `${stream.key} must have at most ${MAX_KEY_LENGTH} characters`, doc };
  return { id: toStorableText(id), doc, sourceTime: toIsoTime(stream.time ? element[stream.time] : undefined) };
}

function toStorableJson(value: unknown): string {
  const json = toCanonicalJson(value) ?? "null";
  return mayBeUnstorable(json) ? toCanonicalJson(replaceUnstorable(value)) : json;
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
  // Every month has the days up to the 28th.
  return ISO_TIME.test(text) && (text.slice(8, 10) <= "28" || new Date(text).toJSON() === text);
}
