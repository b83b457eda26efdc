import type { Schema } from "@serviceform/types/contract";

/**
 * Parses a parameter by its schema: the inverse of OpenAPI's styles `simple` and, exploded, `form`. Text that is not a
 * number or boolean stays text, which validation then rejects.
 */
export function deserialize(schema: Schema, sent: readonly string[]): unknown {
  const list = listForm(schema);
  // One text is the value itself, if that is a form.
  const isValue = sent.length === 1 && withParts(schema).type !== "array";
  if (isValue) return parseText(schema, sent[0] ?? "");
  return list === undefined ? sent : sent.map((part) => parseText(list.items ?? {}, part));
}

/** The schema itself or its form that is an array. */
function listForm(schema: Schema): Schema | undefined {
  const { oneOf = [], anyOf = oneOf, ...own } = withParts(schema);
  return own.type === "array" ? own : anyOf.map(withParts).find(({ type }) => type === "array");
}

/** Parses the properties of an object by its schema. */
export function deserializeProperties(schema: Schema, sent: Readonly<Record<string, string>>): unknown {
  return Object.fromEntries(
    Object.entries(sent).map(([name, text]) => [name, parseText(propertyOf(schema, name), text)]),
  );
}

/** The schema of a property: its own, else that of all others. */
export function propertyOf(schema: Schema, name: string): Schema {
  const { properties = {}, additionalProperties } = withParts(schema);
  const others = typeof additionalProperties === "object" ? additionalProperties : {};
  return (Object.hasOwn(properties, name) ? properties[name] : undefined) ?? others;
}

/** A schema with the keywords of its parts. */
export function withParts({ allOf = [], ...own }: Schema): Schema {
  return Object.assign({}, ...allOf.map(withParts), own);
}

/** Parses a text as the first type of its schema that it can be; a schema that allows any text leaves it unchanged. */
export function parseText(schema: Schema, text: string): unknown {
  const types = typesOf(schema);
  if (types.includes("string")) return text;
  return types.map((type) => parseAs(type, text)).find((value) => value !== undefined) ?? text;
}

type Type = NonNullable<Schema["type"]>;

/** The type of a schema or of its parts, else that of each form; any value can be a text. */
function typesOf(schema: Schema): readonly Type[] {
  const { type, oneOf = [], anyOf = oneOf } = withParts(schema);
  if (type !== undefined) return [type];
  return anyOf.length === 0 ? ["string"] : anyOf.flatMap(typesOf);
}

/** Undefined if the text is no value of the type. */
function parseAs(type: Type, text: string): unknown {
  switch (type) {
    case "number":
    case "integer":
      return text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
    case "boolean":
      return text === "true" || (text === "false" ? false : undefined);
    case "string":
      return text;
    default:
      return parseJson(text);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
