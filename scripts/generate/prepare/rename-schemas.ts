import { type Document, type Reference, referenceName, type Schema } from "../../openapi/document.ts";
import { mapObject } from "../../openapi/map-object.ts";
import { schemaPointer } from "../../openapi/pointer.ts";
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
  const mapped = mapSchemas(document, (schema) => renameIn(schema, renamed));
  const schemas = Object.entries(mapped.components?.schemas ?? {});
  const entries = schemas.map(([name, schema]) => [renamed.get(name) ?? name, schema] as const);
  return { ...mapped, components: { ...mapped.components, schemas: Object.fromEntries(entries) } };
}

function renameIn(schema: Schema | Reference, renamed: ReadonlyMap<string, string>): Schema | Reference {
  const rename = ($ref: unknown): string => {
    const name = renamed.get(referenceName({ $ref }) ?? "");
    return name === undefined ? String($ref) : schemaPointer(name);
  };
  if ("$ref" in schema) return { ...schema, $ref: rename(schema.$ref) };
  return mapObject(schema, (discriminator, keyword) =>
    keyword === "discriminator"
      ? mapObject(discriminator, (value, key) => (key === "mapping" ? mapObject(value, rename) : value))
      : discriminator,
  ) as Schema;
}
