import {
  type Document,
  type Reference,
  referenceName,
  resolve,
  type Schema,
  targetName,
} from "../../openapi/document.ts";
import { schemaPointer } from "../../openapi/pointer.ts";

type Given = Schema | Reference;

/**
 * The schema with a mapping to each schema that its discriminator selects, since names can change later: to its forms or,
 * without forms, to the schemas that contain it by `allOf`. Without a discriminator that cannot select each of them, so that
 * all forms are tried: an inline one has no name, one whose property has an enum without that name matches no value, and a
 * number is no name.
 */
export function completeDiscriminator(document: Document, schema: Schema): Schema {
  const { discriminator, ...others } = schema;
  const forms = schema.oneOf ?? schema.anyOf ?? findChildren(document, schema);
  if (discriminator === undefined || !Array.isArray(forms)) return schema;
  const { propertyName, mapping: given = {} } = discriminator;
  const explicit = new Set(Object.values(given).map(($ref) => targetName(document, { $ref })));
  const implicit = forms.flatMap((form) => {
    const name = referenceName(Object(form));
    if (name === undefined || explicit.has(targetName(document, form))) return [];
    return [[name, (form as Reference).$ref] as const]; // Only a reference has a name.
  });
  const mapping: Record<string, string> = { ...given, ...Object.fromEntries(implicit) };
  const hasProperty = (owner: Given, accepts: (values: readonly unknown[]) => boolean): boolean => {
    const { type = "string", enum: values } = findProperty(document, owner, propertyName) ?? {};
    return type === "string" && (values === undefined || accepts(values));
  };
  const canSelect = (form: Given): boolean => {
    const target = referenceName(Object(form)) && targetName(document, form);
    const texts = Object.keys(mapping).filter((text) => targetName(document, { $ref: mapping[text] }) === target);
    return target !== undefined && hasProperty(form, (values) => texts.some((text) => values.includes(text)));
  };
  const selectsAll =
    schema.oneOf || schema.anyOf
      ? forms.every(canSelect)
      : hasProperty(schema, (values) => Object.keys(mapping).every((text) => values.includes(text)));
  return selectsAll ? { ...schema, discriminator: { propertyName, mapping } } : others;
}

/** The type and the enum of a property, in any part of a schema. */
function findProperty(document: Document, given: Given, name: string): Pick<Schema, "type" | "enum"> | undefined {
  const { properties = {}, allOf = [] } = resolve<Schema>(document, given);
  const own = Object.hasOwn(properties, name) ? resolve<Schema>(document, properties[name] ?? {}) : undefined;
  const inParts = allOf.map((part) => findProperty(document, part, name));
  const all = [own, ...inParts].filter((property) => property !== undefined);
  return all.find((property) => property.enum !== undefined) ?? all[0];
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

/** The schemas that contain a named one by `allOf`, directly or not; undefined for another schema. */
function findChildren(document: Document, parent: Schema): Reference[] | undefined {
  if (parent.discriminator === undefined) return undefined;
  const { names, childrenOf } = indexOf(document);
  const name = names.get(parent);
  if (name === undefined) return undefined;
  const found = new Set([name]);
  // The set grows while it is read.
  for (const one of found) for (const child of childrenOf.get(one) ?? []) found.add(child);
  return [...found].slice(1).map((child) => ({ $ref: schemaPointer(child) }));
}
