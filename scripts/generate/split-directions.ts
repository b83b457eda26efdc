import { type Document, type Reference, referenceName, resolve, type Schema } from "../openapi/document.ts";
import { MAPS } from "../openapi/fields.ts";
import { mapKeyword } from "../openapi/map-keyword.ts";
import { mapObject } from "../openapi/map-object.ts";
import { schemaPointer } from "../openapi/pointer.ts";
import { findReach } from "../openapi/reach.ts";
import { mapOperations } from "./document-operations.ts";
import { leftOut, type Mark, requiresAny } from "./left-out.ts";
import { mapSchemasIn } from "./prepare/map-schemas.ts";

type Given = Schema | Reference;

/** The fields of operations, paths and components of which the schemas are those of requests. */
const IN_REQUEST = new Set(["parameters", "requestBody", "requestBodies", "callbacks"]);
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
  const toRequest = (schema: Given): Given => rewrite({ document, mark: "readOnly", copied }, schema);
  const toResponse = (schema: Given): Given => rewrite({ document, mark: "writeOnly", copied: new Set() }, schema);
  const splitIn = (owner: unknown): unknown =>
    mapObject(owner, (value, key) => {
      if (key === "responses") return mapSchemasIn(value, toResponse, true);
      return IN_REQUEST.has(key) ? mapSchemasIn(value, toRequest, MAPS.has(key)) : value;
    });
  const entries = Object.entries(schemas).flatMap(([name, schema]) => {
    const own = [name, isRead(name) ? toResponse(schema) : toRequest(schema)] as const;
    return copied.has(name) ? [own, [`${name}${SUFFIX}`, toRequest(schema)] as const] : [own];
  });
  const components = { ...(splitIn(document.components) as object), schemas: Object.fromEntries(entries) };
  const split = { ...document, components } as Document; // Each value keeps its kind.
  return mapOperations(split, ({ object }) => splitIn(object), splitIn);
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
function rewrite(direction: Direction, given: Given, inherited: readonly string[] = []): Given {
  if (typeof given !== "object" || given === null) return given;
  const name = referenceName(given);
  if (name !== undefined) return rewriteReference(direction, given as Reference, name, inherited);
  const schema = given as Schema;
  const { document, mark, copied } = direction;
  const left = [...new Set([...inherited, ...leftOut(document, schema, mark)])];
  const inSomeForms = namesInForms(direction, schema);
  const rewriteOne = (inner: unknown): unknown => rewrite(direction, inner as Given);
  return mapObject(schema, (value, keyword) => {
    if (keyword === "required")
      return schema.required?.filter((property) => !left.includes(property) && !inSomeForms.has(property));
    if (keyword === "discriminator") return rewriteDiscriminator(schema.discriminator, copied);
    if (keyword === "allOf") return schema.allOf?.map((part) => rewrite(direction, part, left));
    if (keyword === "oneOf" || keyword === "anyOf")
      return schema[keyword]?.map((form) => rewriteForm(direction, schema, form, left));
    if (keyword !== "properties") return mapKeyword(keyword, value, rewriteOne);
    const kept = Object.entries(schema.properties ?? {}).filter(([property]) => !left.includes(property));
    return mapObject(Object.fromEntries(kept), rewriteOne);
  }) as Schema;
}

/** A part that requires what another part of the same value leaves out is written in place, without that. */
function rewriteReference(
  direction: Direction,
  reference: Reference,
  name: string,
  inherited: readonly string[],
): Given {
  const { document, mark, copied } = direction;
  if (inherited.length > 0 && requiresAny(document, reference, inherited, mark))
    return rewrite(direction, resolve<Schema>(document, reference), inherited);
  return copied.has(name) ? { $ref: `${schemaPointer(name)}${SUFFIX}` } : reference;
}

/** The names of properties that a form leaves out, although others may not. */
function namesInForms({ document, mark }: Direction, { oneOf = [], anyOf = [] }: Schema): Set<string> {
  const forms = [...oneOf, ...anyOf];
  return new Set(forms.flatMap((form) => [...leftOut(document, form, mark)]));
}

/** A form, which requires what its owner did for the sake of the forms that do not leave it out. */
function rewriteForm(direction: Direction, owner: Schema, form: Given, left: readonly string[]): Given {
  const rewritten = rewrite(direction, form, left);
  const own = leftOut(direction.document, form, direction.mark);
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
