import type { Schema } from "@serviceform/types/contract";
import { parseText, propertyOf, withParts } from "./deserialize.js";

/** Parses the fields of a form by its schema: files unchanged, objects and arrays in arrays from JSON. */
export function readFields(schema: Schema, form: FormData): object {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(names.map((name) => [name, readField(propertyOf(schema, name), form.getAll(name))]));
}

type Sent = ReturnType<FormData["getAll"]>;

function readField(schema: Schema, sent: Sent): unknown {
  const { type, items = {} } = withParts(schema);
  if (type === "array") return sent.map((one) => readPart(items, one));
  const [value] = sent;
  return sent.length === 1 && value !== undefined ? readPart(schema, value) : sent;
}

/** Text that is no value of the schema stays text, which validation then rejects. */
function readPart(schema: Schema, sent: Sent[number]): unknown {
  return typeof sent === "string" ? parseText(schema, sent) : sent;
}
