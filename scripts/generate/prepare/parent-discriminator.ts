import { type Document, resolve, type Schema, targetName } from "../../openapi/document.ts";
import { escapePointer } from "../../openapi/pointer.ts";
import { findProperty } from "./vain-discriminator.ts";

/**
 * The schema with a mapping for each schema that contains it by `allOf`, which a discriminator without forms selects by its
 * name, since names can change later; without the discriminator if no text of its property can select one of them.
 */
export function mapChildren(document: Document, schema: Schema): Schema {
  const { discriminator, ...others } = schema;
  if (discriminator === undefined || schema.oneOf || schema.anyOf) return schema;
  const { names, childrenOf } = indexOf(document);
  const name = names.get(schema);
  if (name === undefined) return schema;
  const { propertyName, mapping = {} } = discriminator;
  const mapped = new Set(Object.values(mapping).map(($ref) => targetName(document, { $ref })));
  const children = listChildren(childrenOf, name).filter((child) => !mapped.has(child));
  const all = { ...mapping, ...Object.fromEntries(children.map((child) => [child, pointerTo(child)])) };
  const { type = "string", enum: values } = findProperty(document, schema, propertyName) ?? {};
  const canSelect = type === "string" && Object.keys(all).every((text) => values?.includes(text) ?? true);
  return canSelect ? { ...others, discriminator: { propertyName, mapping: all } } : others;
}

interface SchemaIndex {
  readonly names: ReadonlyMap<object, string>;
  /** The names of the schemas that contain one directly by `allOf`. */
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
}

/** Large documents have thousands of schemas, so each is read once. */
const indexes = new WeakMap<Document, SchemaIndex>();

function indexOf(document: Document): SchemaIndex {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const names = new Map<object, string>();
  const childrenOf = new Map<string, string[]>();
  for (const [name, given] of Object.entries(document.components?.schemas ?? {})) {
    if (!names.has(given)) names.set(given, name);
    const { allOf } = resolve<Schema>(document, given);
    const parents = new Set((Array.isArray(allOf) ? allOf : []).map((part) => targetName(document, part)));
    for (const parent of parents)
      if (parent !== undefined) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), name]);
  }
  const index = { names, childrenOf };
  indexes.set(document, index);
  return index;
}

/** The names of the schemas that contain one by `allOf`, directly or not. */
function listChildren(childrenOf: SchemaIndex["childrenOf"], parent: string): string[] {
  const found = new Set([parent]);
  // The set grows while it is read.
  for (const name of found) for (const child of childrenOf.get(name) ?? []) found.add(child);
  return [...found].slice(1);
}

function pointerTo(name: string): string {
  return `#/components/schemas/${escapePointer(name)}`;
}
