import type { FieldDescription } from "@serviceform/types/describe";
import { parseTime } from "./parse-time.js";
import { readTime } from "./read-time.js";
import type { JsonRecord } from "./record.js";
import { type Schemas, schemaOf } from "./schema.js";

export const OPERATORS = ["!=", "<=", ">=", "=", "<", ">", "~"] as const;
/** `~` means *contains*, ignoring case. */
export type Operator = (typeof OPERATORS)[number];

export interface Condition {
  readonly field: string;
  readonly op: Operator;
  readonly value: string | number | boolean;
}

export interface ConditionOptions {
  /** Schemas other than those of the contract. */
  readonly schemas?: Schemas | undefined;
  /** The moment from which relative times such as `30d` are counted, in epoch milliseconds. @default now */
  readonly now?: number | undefined;
}

/** Parses `FIELD OP VALUE`. Quotes around the value, as in SQL, are not part of it; within them, spaces are. */
export function parseCondition(text: string, schemaName: string, options: ConditionOptions = {}): Condition {
  const [, field, op, value] = /^\s*([^\s!<>=~]+)\s*(!=|<=|>=|=|<|>|~)\s*(.*?)\s*$/s.exec(text) ?? [];
  if (field === undefined || op === undefined || value === undefined) {
    throw new Error(`condition must be FIELD OP VALUE, where OP is one of ${OPERATORS.join(" ")}`);
  }
  const [, , quoted = value] = /^(["'])((?:(?!\1).)*)\1$/s.exec(value) ?? [];
  // The pattern accepts only the operators, and the next step validates the rest.
  return validateCondition({ field, op: op as Operator, value: quoted }, schemaName, options);
}

/** Returns the condition with a value of its field's type, or throws an error that names the invalid part. */
export function validateCondition(condition: Condition, schemaName: string, options: ConditionOptions = {}): Condition {
  const { field, op, value } = condition;
  const { fields } = schemaOf(schemaName, options.schemas);
  const description = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (description === undefined)
    throw new Error(`unknown field "${field}"; expected ${Object.keys(fields).join(", ")}`);
  if (!OPERATORS.includes(op)) throw new Error(`unknown operator "${op}"; expected ${OPERATORS.join(" ")}`);
  return { field, op, value: op === "~" ? String(value) : toFieldValue(field, value, description, options.now) };
}

/** Whether a record meets every condition. For a field that is missing or null, only `!=` holds. */
export function matches(
  record: JsonRecord,
  conditions: readonly Condition[],
  schemaName: string,
  schemas?: Schemas,
): boolean {
  const { fields } = schemaOf(schemaName, schemas);
  return conditions.every((condition) => fulfills(record[condition.field], condition, fields[condition.field]));
}

function fulfills(received: unknown, { op, value }: Condition, field: FieldDescription | undefined): boolean {
  if (received === undefined || received === null) return op === "!=";
  if (op === "~") return toText(received).toLowerCase().includes(String(value).toLowerCase());
  const [left, right] = [toComparable(received, field), toComparable(value, field)];
  // Values of different types, such as text in a field of numbers, are different and have no order.
  if (typeof left !== typeof right || Number.isNaN(left) || Number.isNaN(right)) return op === "!=";
  return COMPARISONS[op](left, right);
}

type Comparable = string | number | boolean;

const COMPARISONS: { readonly [Op in Exclude<Operator, "~">]: (left: Comparable, right: Comparable) => boolean } = {
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/** Converts times in any form to epoch milliseconds. */
function toComparable(value: unknown, field: FieldDescription | undefined): Comparable {
  if (field?.format === "date-time")
    return typeof value === "string" ? (readTime(value, field) ?? Number.NaN) : Number(value);
  if (field?.unit === "epoch-seconds") return Number(value) * 1_000;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return toText(value);
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Converts a value to the type of its field. */
function toFieldValue(
  name: string,
  value: Condition["value"],
  field: FieldDescription,
  now = Date.now(),
): Condition["value"] {
  const { type, format, unit } = field;
  if (format === "date-time" || unit === "epoch-seconds") return toTime(name, value, field, now);
  if (type === "number" || type === "integer") {
    const number = toNumber(value);
    if (Number.isNaN(number)) throw new Error(`value of ${name} must be a number`);
    return number;
  }
  if (type === "boolean") {
    if (!/^(true|false)$/.test(String(value))) throw new Error(`value of ${name} must be true or false`);
    return String(value) === "true";
  }
  return String(value);
}

function toTime(name: string, value: Condition["value"], { unit }: FieldDescription, now: number): string | number {
  const isEpoch = unit === "epoch-seconds";
  // A bare number is already in the unit of the field.
  const number = toNumber(value);
  if (isEpoch && Number.isFinite(number)) return number;
  const time = parseTime(String(value), now);
  if (time === undefined) {
    throw new Error(`value of ${name} must be a time, such as 2025-06-30T12:00:00Z, 2025-06-30, 30d or now`);
  }
  return isEpoch ? time / 1_000 : new Date(time).toISOString();
}

/** Unlike `Number`, which reads blanks as 0 and true as 1. */
function toNumber(value: Condition["value"]): number {
  return typeof value === "boolean" || String(value).trim() === "" ? Number.NaN : Number(value);
}
