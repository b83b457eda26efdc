import type { Schema } from "@serviceform/types/contract";
import { deserialize } from "./deserialize.js";

/** Parses the fields of a form by its schema: files unchanged, objects from JSON. */
export function readFields(schema: Schema, form: FormData): object {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(names.map((name) => [name, readField(schema.properties?.[name] ?? {}, form.getAll(name))]));
}

function readField(schema: Schema, sent: ReturnType<FormData["getAll"]>): unknown {
  const { type, items = {} } = schema;
  if (type === "array") return sent.map((one) => readField(items, [one]));
  const [value] = sent;
  if (sent.length !== 1 || typeof value !== "string") return sent.length === 1 ? value : sent;
  return type === "object" ? parse(value) : deserialize(schema, [value]);
}

/** Text that is not JSON stays text, which validation then rejects. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
