import type { Document } from "../openapi/document.ts";
import { DATA, MAPS } from "../openapi/fields.ts";
import { mapList, mapObject } from "../openapi/map-object.ts";

/** The document without extensions beside paths, methods and statuses, which would be read as such. */
export function withoutExtensions(document: Document): Document {
  const { paths, ...others } = withoutReferringExtensions(document);
  const withoutOwn = (operation: unknown): unknown =>
    mapObject(operation, (value, key) => (key === "responses" ? mapOwn(value) : value));
  const mapped = mapOwn(paths, (item) => mapOwn(item, withoutOwn));
  return { ...others, paths: mapped as Document["paths"] }; // Each value keeps its kind.
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
  if (Array.isArray(value)) return mapList(value, (inner) => leaveOutReferring(inner, false));
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
  return mapObject(examples, (example) => {
    if (!Object.hasOwn(Object(example), "externalValue")) return example;
    const { externalValue: _, ...others } = example as { externalValue: unknown };
    return others;
  });
}

/** Whether a value contains a reference or itself. */
function hasReference(value: unknown, outer: readonly object[] = []): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("$ref" in value || outer.includes(value)) return true;
  return Object.values(value).some((inner) => hasReference(inner, [...outer, value]));
}

/** An object without its extensions, and each other value changed. */
function mapOwn(value: unknown, change = (inner: unknown): unknown => inner): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const own = Object.entries(value).filter(([key]) => !key.startsWith("x-"));
  return Object.fromEntries(own.map(([key, inner]) => [key, change(inner)]));
}
