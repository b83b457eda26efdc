import type { Schema } from "@serviceform/types/contract";

/**
 * Parses a parameter by its schema: the inverse of OpenAPI's styles `simple` and, exploded, `form`. Text that is not a
 * number or boolean stays text, which validation then rejects.
 */
export function deserialize(schema: Schema, sent: readonly string[]): unknown {
  if (schema.type !== "array") return sent.length === 1 ? scalar(schema, sent[0] ?? "") : sent;
  return sent.map((part) => scalar(schema.items ?? {}, part));
}

/** Parses the properties of an object by its schema. */
export function deserializeProperties({ properties = {} }: Schema, sent: Readonly<Record<string, string>>): unknown {
  const entries = Object.entries(sent).map(([name, text]) => [name, scalar(properties[name] ?? {}, text)] as const);
  return Object.fromEntries(entries);
}

function scalar({ type }: Schema, text: string): unknown {
  switch (type) {
    case "number":
    case "integer":
      return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
    case "boolean":
      return text === "true" || (text === "false" ? false : text);
    default:
      return text;
  }
}
