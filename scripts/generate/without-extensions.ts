import type { Document } from "../openapi/document.ts";
import { DATA, MAPS } from "../openapi/fields.ts";

/** The document without extensions beside paths, methods and statuses, which would be read as such. */
export function withoutExtensions(document: Document): Document {
  const { paths, ...others } = withoutReferringExtensions(document);
  return { ...others, paths: mapPaths(paths) };
}

/**
 * The document without the extensions that contain a reference: nothing reads them, but tools would follow it. The bundler
 * replaces some of these references by their targets, by which an extension can contain itself. The same applies to the
 * `externalValue` of an example.
 */
export function withoutReferringExtensions(document: Document): Document {
  return mayRefer(document) ? (leaveOutReferring(document, false) as Document) : document;
}

/** Whether a value has an extension that is no scalar, or the URL of an example; quicker than to look into each. */
function mayRefer(value: object): boolean {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== "object" || inner === null) {
      if (key === "externalValue") return true;
    } else if (key.startsWith("x-") || mayRefer(inner)) return true;
  }
  return false;
}

/** An object of which nothing changes is not copied. */
function leaveOutReferring(value: unknown, isNames: boolean): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const mapped = value.map((inner) => leaveOutReferring(inner, false));
    return mapped.every((inner, index) => inner === value[index]) ? value : mapped;
  }
  const entries = Object.entries(value);
  const kept = isNames ? entries : entries.filter(([key, inner]) => !(key.startsWith("x-") && hasReference(inner)));
  const mapped = kept.map(([key, inner]) => {
    if (key === "examples" && !isNames) return [key, withoutExternalValues(inner)] as const;
    const isData = !isNames && (DATA.has(key) || key.startsWith("x-"));
    return [key, isData ? inner : leaveOutReferring(inner, !isNames && MAPS.has(key))] as const;
  });
  const isSame = kept.length === entries.length && mapped.every(([, inner], index) => inner === entries[index]?.[1]);
  return isSame ? value : Object.fromEntries(mapped);
}

/** The examples without URLs of values, which tools would read or fail to. */
function withoutExternalValues(examples: unknown): unknown {
  const entries = Object.entries(Object(examples) as Record<string, unknown>);
  if (!entries.some(([, example]) => Object.hasOwn(Object(example), "externalValue"))) return examples;
  return Object.fromEntries(
    entries.map(([name, example]) => {
      const { externalValue: _, ...others } = Object(example) as { externalValue?: unknown };
      return [name, others];
    }),
  );
}

/** Whether a value contains a reference or itself. */
function hasReference(value: unknown, outer: readonly object[] = []): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("$ref" in value || outer.includes(value)) return true;
  return Object.values(value).some((inner) => hasReference(inner, [...outer, value]));
}

function mapPaths(paths: Document["paths"]): Document["paths"] {
  const items = own(paths).map(([path, item]) => [path, mapOperations(item)] as const);
  return Object.fromEntries(items) as Document["paths"];
}

function mapOperations(item: unknown): unknown {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(own(item).map(([key, value]) => [key, mapResponses(value)]));
}

function mapResponses(operation: unknown): unknown {
  if (typeof operation !== "object" || operation === null || !("responses" in operation)) return operation;
  const { responses } = operation;
  if (typeof responses !== "object" || responses === null || !hasExtension(responses)) return operation;
  return { ...operation, responses: Object.fromEntries(own(responses)) };
}

function own(value: object): [string, unknown][] {
  return Object.entries(value).filter(([key]) => !key.startsWith("x-"));
}

function hasExtension(value: object): boolean {
  return Object.keys(value).some((key) => key.startsWith("x-"));
}
