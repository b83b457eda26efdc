import { type Document, type Reference, referenceName, resolve, type Schema } from "../openapi/document.ts";

export interface DescribedSchema extends Schema {
  format?: string;
  "x-key"?: string;
  "x-time"?: string;
  "x-unit"?: string;
  "x-personal"?: boolean;
  "x-summary"?: boolean;
}

type Given = Schema | Reference;

interface Properties {
  readonly properties: Map<string, Given>;
  readonly required: Set<string>;
}

/** The `SchemaDescription` of a named schema. */
export function describeSchema(document: Document, given: Given): object {
  const { properties, required } = propertiesOf(document, given);
  const fields = [...properties].map(([name, property]) => [
    name,
    describeField(document, property, required.has(name)),
  ]);
  const parts = partsOf(document, given, ["allOf"]);
  return { key: find(parts, "x-key"), time: find(parts, "x-time"), fields: Object.fromEntries(fields) };
}

function describeField(document: Document, given: Given, required: boolean): object {
  const parts = partsOf(document, given, ["allOf", "oneOf", "anyOf"]);
  const elements = parts.flatMap(({ items }) => (items ? partsOf(document, items, ["allOf", "oneOf", "anyOf"]) : []));
  return {
    type: parts.map(typeOf).find((type) => type !== undefined) ?? "object",
    format: find(parts, "format"),
    unit: find(parts, "x-unit"),
    required,
    personal: [...parts, ...elements].some((part) => part["x-personal"] === true),
    summary: parts.some((part) => part["x-summary"] === true),
    schema: schemaName(document, given),
    description: find(parts, "description") ?? "",
  };
}

/** A schema and those it is composed of by these keywords, resolved; the schema itself comes first. */
function partsOf(
  document: Document,
  given: Given,
  keywords: readonly ("allOf" | "oneOf" | "anyOf")[],
  seen = new Set<object>(),
): DescribedSchema[] {
  const schema = resolve<DescribedSchema>(document, given);
  if (seen.has(schema)) return [];
  seen.add(schema);
  const members = keywords.flatMap((keyword) => (schema[keyword] ?? []) as Given[]);
  return [schema, ...members.flatMap((member) => partsOf(document, member, keywords, seen))];
}

function find<Key extends keyof DescribedSchema>(
  parts: readonly DescribedSchema[],
  key: Key,
): DescribedSchema[Key] | undefined {
  return parts.map((part) => part[key]).find((value) => value !== undefined);
}

/** Includes the properties of `allOf` and of each variant; a property of variants is required if all of them require it. */
function propertiesOf(document: Document, given: Given, seen: readonly object[] = []): Properties {
  const schema = resolve<Schema>(document, given);
  const properties = new Map<string, Given>();
  const required = new Set<string>();
  if (seen.includes(schema)) return { properties, required };
  const read = (members: unknown[] | undefined): Properties[] =>
    (members ?? []).map((member) => propertiesOf(document, member as Given, [...seen, schema]));
  const variants = [read(schema.oneOf), read(schema.anyOf)];
  const all = read(schema.allOf);
  for (const member of [...all, ...variants.flat()])
    for (const [name, property] of member.properties) properties.set(name, property);
  for (const [name, property] of Object.entries(schema.properties ?? {})) properties.set(name, property);
  const always = variants.map((members) => members.map((member) => member.required).reduce(intersect, undefined));
  for (const names of [schema.required, ...all.map((member) => member.required), ...always])
    for (const name of names ?? []) required.add(name);
  return { properties, required };
}

function intersect(one: Set<string> | undefined, other: Set<string>): Set<string> {
  return new Set([...other].filter((name) => one?.has(name) ?? true));
}

/** Undefined if the schema does not set it. */
function typeOf({ type, properties, additionalProperties, items, enum: values }: Schema): string | undefined {
  if (type !== undefined) return type;
  if (properties !== undefined || additionalProperties !== undefined) return "object";
  if (items !== undefined) return "array";
  const example = values?.find((value) => value !== null);
  return example === undefined ? undefined : typeof example;
}

/** The name of the schema of a value or, in an array, of each element. */
function schemaName(document: Document, given: Given): string | undefined {
  const name = referenceName(given);
  if (name !== undefined) return Object.hasOwn(document.components?.schemas ?? {}, name) ? name : undefined;
  const { items, allOf = [], oneOf = [], anyOf = [] } = given as Schema;
  const [only, ...others] = [...allOf, ...oneOf, ...anyOf] as Given[];
  if (only !== undefined) return others.length === 0 ? schemaName(document, only) : undefined;
  return items && schemaName(document, items);
}
