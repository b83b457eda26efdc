import { isRecord } from "@serviceform/records";
import { type FieldDescription, schemas } from "@serviceform/types/describe";
import { toCanonicalJson } from "./canonical-json.js";

/** What stands in place of a personal value, the same for the same value: an HMAC, for example. */
export type Redact = (value: string) => string;

/** Replaces what the contract marks as personal, and what it does not know, which may be personal too. */
export function redactPersonal(element: unknown, schema: string, redact: Redact): unknown {
  if (!isRecord(element)) return redactValue(element, redact);
  const fields = schemas[schema]?.fields ?? {};
  // `fields` has a prototype, whose names are no fields.
  const fieldOf = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  return Object.fromEntries(
    Object.entries(element).map(([name, value]) => [name, redactField(value, fieldOf(name), redact)]),
  );
}

function redactField(value: unknown, field: FieldDescription | undefined, redact: Redact): unknown {
  if (!field || field.personal) return redactValue(value, redact);
  const { schema } = field;
  if (schema === undefined) return value;
  return Array.isArray(value)
    ? value.map((element) => redactPersonal(element, schema, redact))
    : redactPersonal(value, schema, redact);
}

/** In any case, as `purge` takes an email address. Empty values say nothing of a person. */
function redactValue(value: unknown, redact: Redact): unknown {
  if (value === null || value === undefined || value === "") return value;
  return redact(typeof value === "string" ? value.toLowerCase() : toCanonicalJson(value));
}
