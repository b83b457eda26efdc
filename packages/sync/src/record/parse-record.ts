import { isRecord } from "@serviceform/records";
import type { StreamDescription } from "../streams.js";
import { type Redact, redactPersonal } from "./redact-personal.js";
import { toStorableJson, toStorableText } from "./storable-json.js";

/** An element of a list with a usable key. */
export interface ParsedRecord {
  readonly id: string;
  /** The element, redacted if the mirror is. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** An element without a usable key, or one that is nested too deep. */
export interface RejectedRecord {
  readonly reason: string;
  readonly doc: string;
}

/** With four bytes per character, a key of this length still fits a B-tree of PostgreSQL. */
const MAX_KEY_LENGTH = 500;

/** SQLite reads 1 000 levels; a deeper document would break the views of all records. */
const MAX_LEVELS = 500;

export function parseRecord(
  stream: StreamDescription,
  element: unknown,
  redact?: Redact | undefined,
): ParsedRecord | RejectedRecord {
  const isTooDeep = isContainer(element) && hasMoreLevels(element, MAX_LEVELS);
  const readable = isTooDeep ? withoutNested(element) : element;
  const value = redact ? redactPersonal(readable, stream.element, redact) : readable;
  const reject = (reason: string): RejectedRecord => ({ reason, doc: toStorableJson(value) });
  if (isTooDeep) return reject(`the record must have at most ${MAX_LEVELS} levels`);
  if (!isRecord(value)) return reject("the record must be an object");

  // No redaction changes a key.
  const id = value[stream.key];
  if (typeof id !== "string") return reject(`${stream.key} must be a string`);
  if (id.length > MAX_KEY_LENGTH) return reject(`${stream.key} must have at most ${MAX_KEY_LENGTH} characters`);
  return { id: toStorableText(id), value };
}

/** Ends at the limit, so it cannot exceed the stack. */
function hasMoreLevels(value: object, limit: number): boolean {
  if (limit === 0) return true;
  const children: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const child of children) if (isContainer(child) && hasMoreLevels(child, limit - 1)) return true;
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Keeps what identifies a person, so that `purge` finds it. */
function withoutNested(element: unknown): unknown {
  if (!isRecord(element)) return null;
  return Object.fromEntries(Object.entries(element).filter(([, value]) => typeof value !== "object"));
}
