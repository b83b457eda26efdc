import { type Document, type Reference, referenceName, resolve, type Schema } from "../openapi/document.ts";
import { DATA, MAPS } from "../openapi/fields.ts";
import { mapObject } from "../openapi/map-object.ts";
import { schemaPointer } from "../openapi/pointer.ts";
import { findReach } from "../openapi/reach.ts";
import { mapOperations } from "./document-operations.ts";
import { leftOut, type Mark, requiresAny, schemasIn } from "./left-out.ts";

/** Keywords with alternatives, of which a value matches one or several. */
const FORMS = new Set(["oneOf", "anyOf"]);
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
  const isSent = (name: string): boolean => inRequest(schemaPointer(name));
  const isRead = (name: string): boolean => inResponse(schemaPointer(name)) || !isSent(name);
  const copied = new Set([...marked].filter((name) => isSent(name) && isRead(name)));
  const toRequest = (value: unknown): unknown => rewrite({ document, mark: "readOnly", copied }, value);
  const toResponse = (value: unknown): unknown => rewrite({ document, mark: "writeOnly", copied: new Set() }, value);
  const entries = Object.entries(schemas).flatMap(([name, schema]) => {
    const own = [name, isRead(name) ? toResponse(schema) : toRequest(schema)] as const;
    return copied.has(name) ? [own, [`${name}${SUFFIX}`, toRequest(schema)] as const] : [own];
  });
  const { parameters, requestBodies, responses } = document.components ?? {};
  const components = {
    ...document.components,
    schemas: Object.fromEntries(entries),
    ...(parameters && { parameters: mapObject(parameters, toRequest) }),
    ...(requestBodies && { requestBodies: mapObject(requestBodies, toRequest) }),
    ...(responses && { responses: mapObject(responses, toResponse) }),
  };
  return mapOperations(
    { ...document, components } as Document, // Each value keeps its kind.
    ({ object: { responses, ...rest } }) => ({
      ...(toRequest(rest) as object),
      responses: mapObject(responses, toResponse),
    }),
    (item) => mapObject(item, (value, key) => (key === "parameters" ? toRequest(value) : value)),
  );
}

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

interface Direction {
  readonly document: Document;
  /** The keyword of properties that the direction does not have. */
  readonly mark: Mark;
  /** The names of schemas that have a copy for the direction. */
  readonly copied: ReadonlySet<string>;
}

/** Removes the properties that a direction does not have, and refers to the copies of schemas. */
function rewrite(direction: Direction, value: unknown, inherited: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((inner) => rewrite(direction, inner, inherited));
  if (typeof value !== "object" || value === null) return value;
  const name = referenceName(value);
  if (name !== undefined) return rewriteReference(direction, value as Reference, name, inherited);
  const { document, mark, copied } = direction;
  const left = new Set([...inherited, ...leftOut(document, value as Schema, mark)]);
  const inSomeForms = namesInForms(direction, value as Schema);
  return mapObject(value, (inner, key) => {
    if (key === "required" && Array.isArray(inner))
      return inner.filter((property) => !left.has(property) && !inSomeForms.has(property));
    if (key === "discriminator") return rewriteDiscriminator(inner as Schema["discriminator"], copied);
    if (key === "allOf") return rewrite(direction, inner, [...left]);
    if (FORMS.has(key) && Array.isArray(inner))
      return inner.map((form) => rewriteForm(direction, value as Schema, form, [...left]));
    if (DATA.has(key)) return inner;
    if (!MAPS.has(key) || typeof inner !== "object" || inner === null || Array.isArray(inner))
      return rewrite(direction, inner);
    if (key !== "properties") return mapObject(inner, (entry) => rewrite(direction, entry));
    const kept = Object.entries(inner).filter(([property]) => !left.has(property));
    return mapObject(Object.fromEntries(kept), (property) => rewrite(direction, property));
  });
}

/** A part that requires what another part of the same value leaves out is written in place, without that. */
function rewriteReference(
  direction: Direction,
  reference: Reference,
  name: string,
  inherited: readonly string[],
): unknown {
  const { document, mark, copied } = direction;
  if (inherited.length > 0 && requiresAny(document, reference, inherited, mark))
    return rewrite(direction, resolve<Schema>(document, reference), inherited);
  return copied.has(name) ? { $ref: `${schemaPointer(name)}${SUFFIX}` } : reference;
}

/** The names of properties that a form leaves out, although others may not. */
function namesInForms({ document, mark }: Direction, { oneOf, anyOf }: Schema): Set<string> {
  const forms = [...schemasIn(oneOf), ...schemasIn(anyOf)];
  return new Set(forms.flatMap((form) => [...leftOut(document, form, mark)]));
}

/** A form, which requires what its owner did for the sake of the forms that do not leave it out. */
function rewriteForm(direction: Direction, owner: Schema, form: unknown, left: readonly string[]): unknown {
  const rewritten = rewrite(direction, form, left);
  const own = leftOut(direction.document, Object(form), direction.mark);
  const inSomeForms = namesInForms(direction, owner);
  const needed = (owner.required ?? []).filter(
    (name) => inSomeForms.has(name) && !own.has(name) && !left.includes(name),
  );
  return needed.length === 0 ? rewritten : { allOf: [rewritten, { required: needed }] };
}

/** Maps the texts of the originals to the copies. */
function rewriteDiscriminator(discriminator: Schema["discriminator"], copied: ReadonlySet<string>): unknown {
  const rewrite = ($ref: unknown): string => `${$ref}${copied.has(referenceName({ $ref }) ?? "") ? SUFFIX : ""}`;
  return mapObject(discriminator, (value, key) => (key === "mapping" ? mapObject(value, rewrite) : value));
}
