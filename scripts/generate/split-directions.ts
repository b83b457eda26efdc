import { type Document, type Reference, referenceName, resolve, type Schema, targetName } from "../openapi/document.ts";
import { findReach } from "../openapi/reach.ts";

/** The end of the name of a schema's copy for requests. */
const SUFFIX = "InRequest";

/**
 * In OpenAPI one schema describes two: a `readOnly` property is not part of a request, a `writeOnly` one not part of a
 * response. Returns the document with a schema for each direction, so that later steps can ignore both keywords.
 */
export function splitDirections(document: Document): Document {
  if (!hasMark(document)) return document;
  const { inRequest, inResponse } = findReach(document);
  const schemas = document.components?.schemas ?? {};
  const marked = findMarked(schemas);
  const isSent = (name: string): boolean => inRequest(`#/components/schemas/${name}`);
  const isRead = (name: string): boolean => inResponse(`#/components/schemas/${name}`) || !isSent(name);
  const copied = new Set([...marked].filter((name) => isSent(name) && isRead(name)));
  const toRequest = (value: unknown): unknown => rewrite(document, value, "readOnly", copied);
  const toResponse = (value: unknown): unknown => rewrite(document, value, "writeOnly", new Set());
  const entries = Object.entries(schemas).flatMap(([name, schema]) => {
    const own = [name, isRead(name) ? toResponse(schema) : toRequest(schema)] as const;
    return copied.has(name) ? [own, [`${name}${SUFFIX}`, toRequest(schema)] as const] : [own];
  });
  const { parameters, requestBodies, responses } = document.components ?? {};
  const components = {
    ...document.components,
    schemas: Object.fromEntries(entries),
    ...(parameters && { parameters: toRequest(parameters) }),
    ...(requestBodies && { requestBodies: toRequest(requestBodies) }),
    ...(responses && { responses: toResponse(responses) }),
  };
  const paths = mapObject(document.paths, (item) =>
    mapObject(item as object, (operation, key) => {
      if (key === "parameters") return toRequest(operation);
      if (typeof operation !== "object" || operation === null || !("responses" in operation)) return operation;
      const { responses, ...rest } = operation;
      return { ...(toRequest(rest) as object), responses: toResponse(responses) };
    }),
  );
  return { ...document, paths, components } as Document;
}

type Mark = "readOnly" | "writeOnly";

/** The names of schemas that contain one of the keywords, or refer to one that does. */
function findMarked(schemas: Record<string, Schema>): Set<string> {
  const marked = new Set(Object.keys(schemas).filter((name) => hasMark(schemas[name])));
  for (let size = -1; size !== marked.size; ) {
    size = marked.size;
    for (const [name, schema] of Object.entries(schemas))
      if (referencesIn(schema).some((reference) => marked.has(reference))) marked.add(name);
  }
  return marked;
}

function hasMark(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { readOnly, writeOnly } = value as { readOnly?: unknown; writeOnly?: unknown };
  return readOnly === true || writeOnly === true || Object.values(value).some(hasMark);
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return [referenceName(value) ?? [], ...Object.values(value).map(referencesIn)].flat();
}

/** Removes the properties that a direction does not have, and refers to the copies of schemas. */
function rewrite(
  document: Document,
  value: unknown,
  mark: Mark,
  copied: ReadonlySet<string>,
  inherited: readonly string[] = [],
): unknown {
  if (Array.isArray(value)) return value.map((inner) => rewrite(document, inner, mark, copied, inherited));
  if (typeof value !== "object" || value === null) return value;
  const name = referenceName(value);
  if (name !== undefined) return copied.has(name) ? { $ref: `${pointerTo(name)}${SUFFIX}` } : value;
  const left = new Set([...inherited, ...leftOut(document, value as Schema, mark, new Set())]);
  return mapObject(value, (inner, key) => {
    if (key === "required" && Array.isArray(inner)) return inner.filter((property) => !left.has(property));
    if (key === "discriminator") return rewriteDiscriminator(document, value as Schema, copied);
    if (key === "allOf") return rewrite(document, inner, mark, copied, [...left]);
    if (key !== "properties" || typeof inner !== "object" || inner === null)
      return rewrite(document, inner, mark, copied);
    const kept = Object.entries(inner).filter(([property]) => !left.has(property));
    return mapObject(Object.fromEntries(kept), (property) => rewrite(document, property, mark, copied));
  });
}

/** Maps the discriminator values of the originals to the copies. */
function rewriteDiscriminator(
  document: Document,
  { discriminator, oneOf, anyOf }: Schema,
  copied: ReadonlySet<string>,
): unknown {
  const names = (oneOf ?? anyOf ?? []).flatMap((form) => referenceName(form) ?? []);
  if (discriminator === undefined || !names.some((name) => copied.has(name))) return discriminator;
  const mapped = Object.entries(discriminator.mapping ?? {});
  const explicit = new Set(mapped.map(([, target]) => targetName(document, { $ref: target })));
  const implicit = names
    .map((name) => [name, pointerTo(name)] as const)
    .filter(([, target]) => !explicit.has(targetName(document, { $ref: target })));
  const entries = [...mapped, ...implicit].map(([text, target]) => {
    const isCopied = copied.has(referenceName({ $ref: target }) ?? "");
    return [text, isCopied ? `${target}${SUFFIX}` : target] as const;
  });
  return { ...discriminator, mapping: Object.fromEntries(entries) };
}

function pointerTo(name: string): string {
  return `#/components/schemas/${name}`;
}

/** The names of an object's properties with the keyword, in any part of its schema. */
function leftOut(document: Document, schema: Schema, mark: Mark, seen: Set<unknown>): Set<string> {
  if (seen.has(schema)) return new Set();
  seen.add(schema);
  const { properties = {}, allOf = [] } = schema;
  const own = Object.entries(isMap(properties) ? properties : {})
    .filter(([, property]) => resolve<Schema>(document, property)[mark] === true)
    .map(([name]) => name);
  const parts = Array.isArray(allOf) ? (allOf as (Schema | Reference)[]) : [];
  const inherited = parts.flatMap((part) => [...leftOut(document, resolve<Schema>(document, part), mark, seen)]);
  return new Set([...own, ...inherited]);
}

/** An example can contain keys with the names of keywords. */
function isMap(value: object): value is Record<string, Schema> {
  return Object.values(value).every((inner) => typeof inner === "object" && inner !== null);
}

function mapObject(value: object, change: (inner: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner, key)]));
}
