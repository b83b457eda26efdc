import { type Document, type Reference, referenceName, type Schema, targetName } from "../../openapi/document.ts";
import { escapePointer } from "../../openapi/pointer.ts";
import { mapSchemas } from "./map-schemas.ts";
import { RESERVED_NAMES } from "./reserved-names.ts";
import { firstFree, toPascalCase } from "./words.ts";

/** Whether a schema can be exported under a name; names of the generated files end in `Schema` and `InRequest`. */
export function isTypeName(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(name) && !RESERVED_NAMES.has(name) && !/(?:Schema|InRequest)$/.test(name);
}

type Test = (name: string) => boolean;

/** A valid and free name of a type for any text. */
export function newTypeName(text: string, isValid: Test, isFree: Test): string {
  const pascal = toPascalCase(text);
  const plain = /^[A-Z]/.test(pascal) ? pascal : `Schema${pascal}`;
  const base = isValid(plain) ? plain : `${plain}Model`;
  return firstFree(base, (name) => isValid(name) && isFree(name));
}

/** New names, by the old ones, of schemas whose names cannot be exported. */
export function findNewNames(document: Document, inputNames: ReadonlySet<string>): Map<string, string> {
  const names = Object.keys(document.components?.schemas ?? {});
  const isKept = (name: string): boolean => isTypeName(name) && !inputNames.has(name);
  const taken = new Set(names.filter(isKept));
  const renamed = new Map<string, string>();
  for (const name of names.filter((name) => !isKept(name))) {
    const free = newTypeName(name, isKept, (candidate) => !taken.has(candidate));
    taken.add(free);
    renamed.set(name, free);
  }
  return renamed;
}

/** The document with renamed schemas; discriminators keep their values. */
export function renameSchemas(document: Document, renamed: ReadonlyMap<string, string>): Document {
  if (renamed.size === 0) return document;
  const mapped = mapSchemas(document, (schema) => renameIn(document, schema, renamed));
  const schemas = Object.entries(mapped.components?.schemas ?? {});
  const entries = schemas.map(([name, schema]) => [renamed.get(name) ?? name, schema] as const);
  return { ...mapped, components: { ...mapped.components, schemas: Object.fromEntries(entries) } };
}

function renameIn(document: Document, schema: Schema | Reference, renamed: ReadonlyMap<string, string>): typeof schema {
  if ("$ref" in schema) return { ...schema, $ref: renameTarget(schema.$ref, renamed) };
  const { discriminator } = schema;
  if (typeof discriminator !== "object" || discriminator === null) return schema;
  return { ...schema, discriminator: { ...discriminator, ...renameMapping(document, schema, renamed) } };
}

/** Adds an explicit mapping for values that are names of schemas, since the names change. */
function renameMapping(
  document: Document,
  { discriminator, oneOf, anyOf }: Schema,
  renamed: ReadonlyMap<string, string>,
): { mapping?: Record<string, string> } {
  const mapping = Object.entries(discriminator?.mapping ?? {});
  const explicit = new Set(mapping.map(([, $ref]) => targetName(document, { $ref })));
  const implicit = (oneOf ?? anyOf ?? []).flatMap((form) => {
    const name = referenceName(form);
    if (name === undefined || !renamed.has(name) || explicit.has(targetName(document, form))) return [];
    return [[name, pointerTo(name)] as const];
  });
  const all = [...mapping, ...implicit].map(([text, target]) => [text, renameTarget(target, renamed)] as const);
  return all.length > 0 ? { mapping: Object.fromEntries(all) } : {};
}

function renameTarget($ref: string, renamed: ReadonlyMap<string, string>): string {
  const name = renamed.get(referenceName({ $ref }) ?? "");
  return name === undefined ? $ref : pointerTo(name);
}

function pointerTo(name: string): string {
  return `#/components/schemas/${escapePointer(name)}`;
}
