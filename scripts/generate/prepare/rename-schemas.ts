import { type Document, type Reference, referenceName, type Schema } from "../../openapi/document.ts";
import { escapePointer } from "../../openapi/pointer.ts";
import { firstFree, toPascalCase } from "./words.ts";

/** Names of the generated types, and of globals that an import of a schema would shadow. */
const RESERVED_NAMES = new Set([
  ...["Methods", "SafeMethods", "StreamMethods", "NoInput", "Operation", "OperationId", "OperationMap", "Schemas"],
  ...["BinaryBody", "Bytes", "FileStream", "PagedStream", "SentBody", "ServerSentEvent", "StreamPage", "Upload"],
  ...["Array", "AsyncIterable", "Blob", "Boolean", "Date", "Error", "File", "FormData", "Headers", "Map", "Number"],
  ...["Object", "Partial", "Pick", "Promise", "Readonly", "ReadableStream", "Record", "RegExp", "Request", "Response"],
  ...["Set", "String", "Symbol", "URL"],
]);

/** Whether a schema can be exported under a name; names of the generated files end in `Schema` and `InRequest`. */
export function isTypeName(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(name) && !RESERVED_NAMES.has(name) && !/(?:Schema|InRequest)$/.test(name);
}

/** New names, by the old ones, of schemas whose names cannot be exported. */
export function findNewNames(document: Document, inputNames: ReadonlySet<string>): Map<string, string> {
  const names = Object.keys(document.components?.schemas ?? {});
  const isKept = (name: string): boolean => isTypeName(name) && !inputNames.has(name);
  const taken = new Set(names.filter(isKept));
  const renamed = new Map<string, string>();
  for (const name of names.filter((name) => !isKept(name))) {
    const pascal = toPascalCase(name);
    const plain = /^[A-Z]/.test(pascal) ? pascal : `Schema${pascal}`;
    const base = isKept(plain) ? plain : `${plain}Model`;
    const free = firstFree(base, (candidate) => isKept(candidate) && !taken.has(candidate));
    taken.add(free);
    renamed.set(name, free);
  }
  return renamed;
}

/** The document with renamed schemas; discriminators keep their values. */
export function renameSchemas(document: Document, renamed: ReadonlyMap<string, string>): Document {
  if (renamed.size === 0) return document;
  const schemas = Object.entries(document.components?.schemas ?? {});
  const rest = rename({ ...document, components: { ...document.components, schemas: {} } }, renamed) as Document;
  const entries = schemas.map(([name, schema]) => [renamed.get(name) ?? name, rename(schema, renamed)] as const);
  return {
    ...rest,
    components: { ...rest.components, schemas: Object.fromEntries(entries) as Record<string, Schema> },
  };
}

function rename(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => rename(inner, renamed));
  const name = referenceName(value);
  if (name !== undefined && renamed.has(name)) return { ...value, $ref: pointerTo(renamed.get(name) ?? name) };
  const entries = Object.entries(value).map(([key, inner]) => {
    if (key === "discriminator") return [key, renameMapping(value as Schema, renamed)] as const;
    return [key, rename(inner, renamed)] as const;
  });
  return Object.fromEntries(entries);
}

/** Adds an explicit mapping for values that are names of schemas, since the names change. */
function renameMapping({ discriminator, oneOf, anyOf }: Schema, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof discriminator !== "object" || discriminator === null) return discriminator;
  const mapping = Object.entries(discriminator.mapping ?? {}).map(([text, target]) => {
    const name = referenceName({ $ref: target });
    return [text, name !== undefined && renamed.has(name) ? pointerTo(renamed.get(name) ?? name) : target] as const;
  });
  const targets = new Set(Object.values(discriminator.mapping ?? {}));
  const forms = (oneOf ?? anyOf ?? []) as (Schema | Reference)[];
  const implicit = forms.flatMap((form) => {
    const name = referenceName(form);
    if (name === undefined || !renamed.has(name) || targets.has((form as Reference).$ref)) return [];
    return [[name, pointerTo(renamed.get(name) ?? name)] as const];
  });
  const all = [...mapping, ...implicit];
  return { ...discriminator, ...(all.length > 0 && { mapping: Object.fromEntries(all) }) };
}

function pointerTo(name: string): string {
  return `#/components/schemas/${escapePointer(name)}`;
}
