import { isOfShape, isRecord } from "@serviceform/records";
import { type FieldDescription, schemas } from "@serviceform/types/describe";
import { toCanonicalJson } from "./canonical-json.js";

/** Returns the replacement of a personal value, the same for equal values: an HMAC, for example. */
export type Redact = (value: string) => string;

/**
 * Replaces personal values, and those of a field or shape that the contract does not have, which may be personal too.
 */
export function redactPersonal(element: unknown, schema: string, redact: Redact): unknown {
  if (!isRecord(element)) return redactValue(element, redact);
  const fields = schemas[schema]?.fields ?? {};
  // `fields` has a prototype, whose property names are not fields.
  const fieldOf = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  return Object.fromEntries(
    Object.entries(element).map(([name, value]) => [name, redactField(value, fieldOf(name), redact)]),
  );
}

function redactField(value: unknown, field: FieldDescription | undefined, redact: Redact): unknown {
  if (!field || field.personal || !isOfShape(value, field)) return redactValue(value, redact);
  const { schema } = field;
  if (schema === undefined) return value;
  return Array.isArray(value)
    ? value.map((element) => redactPersonal(element, schema, redact))
    : redactPersonal(value, schema, redact);
}

/**
 * Redacts in lower case, since `purge` ignores the case of an email address. Empty values reveal nothing about a
 * person.
 */
function redactValue(value: unknown, redact: Redact): unknown {
  if (value === null || value === undefined || value === "") return value;
  return redact(typeof value === "string" ? value.toLowerCase() : toCanonicalJson(value));
}
