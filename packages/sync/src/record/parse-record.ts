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
): ParsedRecord | RejectedRecord {
  const value = redact ? redactPersonal(element, stream.element, redact) : element;
  const reject = (reason: string): RejectedRecord => ({ reason, doc: toStorableJson(value) });
  if (!isRecord(value)) return reject("the record must be an object");

  // No redaction changes a key.
  const id = value[stream.key];
  if (typeof id !== "string") return reject(`${stream.key} must be a string`);
  if (id.length > MAX_KEY_LENGTH) return reject(`${stream.key} must have at most ${MAX_KEY_LENGTH} characters`);
  return { id: toStorableText(id), value };
}
