import type { FieldDescription } from "@serviceform/types/describe";
import { isRecord, type JsonRecord } from "./record.js";
import { type Schemas, schemaOf } from "./schema.js";

/**
 * A copy of a record in which every value that the contract marks personal is masked: an email as `j***@example.com`,
 * a phone number as `***47`, a name as `J***`, a URL without path and query, other text as `***`. So is a value that
 * the contract does not describe: of a field that it lacks, or of another shape, such as a text instead of messages.
 */
export function maskRecord(record: JsonRecord, schemaName: string, schemas?: Schemas): JsonRecord {
  return walk(record, schemaName, schemas, maskValue);
}

/** The same without the fields that the contract lacks. */
export function maskKnownFields(record: JsonRecord, schemaName: string, schemas?: Schemas): JsonRecord {
  return walk(record, schemaName, schemas, (value, name, field) => field && maskValue(value, name));
}

/** A copy of a record without the values that `maskRecord` masks. */
export function dropPersonal(record: JsonRecord, schemaName: string, schemas?: Schemas): JsonRecord {
  return walk(record, schemaName, schemas, () => undefined);
}

type Replace = (value: unknown, name: string, field: FieldDescription | undefined) => unknown;

function walk(record: JsonRecord, schemaName: string, schemas: Schemas | undefined, replace: Replace): JsonRecord {
  const { fields } = schemaOf(schemaName, schemas);
  const walkValue = (value: unknown, name: string, field: FieldDescription | undefined): unknown => {
    if (field === undefined || field.personal || !isOfShape(value, field)) return replace(value, name, field);
    if (field.schema === undefined) return value;
    if (Array.isArray(value)) return value.map((element) => walkValue(element, name, field)).filter(isKept);
    return isRecord(value) ? walk(value, field.schema, schemas, replace) : value;
  };
  const entries = Object.entries(record).map(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, walkValue(value, name, field)];
  });
  return Object.fromEntries(entries.filter(([, value]) => isKept(value)));
}

/** Whether the contract describes what is within a value; a value of another shape can contain anything. */
export function isOfShape(value: unknown, { type, schema }: FieldDescription): boolean {
  if (value === null) return true;
  const isNested = typeof value === "object";
  return schema === undefined ? !isNested || type === "array" || type === "object" : isNested;
}

function isKept(value: unknown): boolean {
  return value !== undefined;
}

/** Masks the value of a personal field, including the leaves of arrays and objects. */
function maskValue(value: unknown, name: string): unknown {
  if (value === null || value === "") return value;
  if (Array.isArray(value)) return value.map((element) => maskValue(element, name));
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskValue(inner, name)]));
  }
  return maskText(String(value), name);
}

/** Masks a text by its kind; a text that does not match its kind is masked whole. */
function maskText(text: string, name: string): string {
  if (/^https?:\/\//i.test(text)) return maskUrl(text);
  const [, first, domain] = /^([^\s@])[^\s@]*@([^\s@]+)$/u.exec(text) ?? [];
  if (first !== undefined) return `${first}***@${domain}`;
  if (/phone/i.test(name) && /^[\d\s()+./-]{5,}$/.test(text)) return `***${text.replace(/\D/g, "").slice(-2)}`;
  if (/name$/i.test(name)) return `${[...text][0]}***`;
  return HIDDEN;
}

function maskUrl(text: string): string {
  try {
    return new URL(text).origin;
  } catch {
    return HIDDEN;
  }
}

const HIDDEN = "***";
