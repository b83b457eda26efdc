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
  const schemas = document.components?.schemas ?? {};
  const [name] = Object.entries(schemas).find(([, one]) => one === schema) ?? [];
  if (name === undefined) return schema;
  const { propertyName, mapping = {} } = discriminator;
  const mapped = new Set(Object.values(mapping).map(($ref) => targetName(document, { $ref })));
  const children = childrenOf(document, name).filter((child) => !mapped.has(child));
  const all = { ...mapping, ...Object.fromEntries(children.map((child) => [child, pointerTo(child)])) };
  const { type = "string", enum: values } = findProperty(document, schema, propertyName) ?? {};
  const canSelect = type === "string" && Object.keys(all).every((text) => values?.includes(text) ?? true);
  return canSelect ? { ...others, discriminator: { propertyName, mapping: all } } : others;
}

/** The names of the schemas that contain one by `allOf`, directly or not. */
function childrenOf(document: Document, parent: string): string[] {
  const found = [parent];
  for (const name of found) {
    for (const [child, given] of Object.entries(document.components?.schemas ?? {})) {
      const { allOf } = resolve<Schema>(document, given);
      const parts = Array.isArray(allOf) ? allOf : [];
      if (!found.includes(child) && parts.some((part) => targetName(document, part) === name)) found.push(child);
    }
  }
  return found.slice(1);
}

function pointerTo(name: string): string {
  return `#/components/schemas/${escapePointer(name)}`;
}
