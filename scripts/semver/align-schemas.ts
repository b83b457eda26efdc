import { isDeepStrictEqual } from "node:util";
import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";

/**
 * The two documents with one form of each schema that is composed in only one of them: `allOf` of one `$ref` means that
 * `$ref`, `allOf` of objects an object with the properties of all, and any schema is the only one of its alternatives.
 * Redocly would report every property as removed. `oneOf` becomes `anyOf`, marked as `EXCLUSIVE`.
 */
export function alignSchemas(base: Document, next: Document): [base: Document, next: Document] {
  // Only schemas are rewritten, so the documents keep their type.
  return [align(base, base, next) as Document, align(next, next, base) as Document];
}

/** The keyword of alternatives of which a value must match exactly one, where the other document has `anyOf`. */
export const EXCLUSIVE = "x-exclusive";
const FORMS = ["oneOf", "anyOf"];

function align(document: Document, value: unknown, other: unknown): unknown {
  if (!isObject(value) || !isObject(other)) return value;
  if (isReference(value) && isWrapped(other)) return { allOf: [value] };
  if (Array.isArray(value)) return value.map((item, index) => align(document, item, other[index]));
  if (isOnly("oneOf", value) && isOnly("anyOf", other)) return align(document, toAnyOf(document, value), other);
  const keyword = FORMS.find((name) => !(name in value) && hasForm(other[name], value));
  if (keyword !== undefined) return toForms(keyword, value);
  const isSplit = "allOf" in value && "properties" in other && !("allOf" in other);
  const schema = isSplit ? (mergeParts(document, value) ?? value) : value;
  return Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, align(document, inner, other[key])]));
}

function isWrapped({ allOf }: Schema): boolean {
  return Array.isArray(allOf) && allOf.length === 1 && isReference(allOf[0]);
}

function isOnly(keyword: string, schema: Record<string, unknown>): boolean {
  return FORMS.every((name) => Array.isArray(schema[name]) === (name === keyword));
}

/** A value never matches two alternatives of different types, or two values of a discriminator. */
function toAnyOf(document: Document, { oneOf = [], ...others }: Schema): Schema {
  const types = oneOf.flatMap((given) => {
    const { type, nullable } = resolve<Schema>(document, given);
    return [type === "integer" ? "number" : type, ...(nullable ? ["null"] : [])];
  });
  const isDistinct = !types.includes(undefined) && new Set(types).size === types.length;
  return { ...others, anyOf: oneOf, ...(!isDistinct && !others.discriminator && { [EXCLUSIVE]: true }) };
}

/** Whether one of the alternatives has the same rules, and no other one of the same type, which can match as well. */
function hasForm(forms: unknown, schema: Schema): boolean {
  if (!Array.isArray(forms) || !forms.some((form) => isDeepStrictEqual(rulesOf(form), rulesOf(schema)))) return false;
  // Every integer is a number. Objects are told apart by their properties.
  const types = forms.map(({ type }: Schema) => (type === "integer" ? "number" : type));
  const scalars = types.filter((type) => type !== undefined && type !== "object");
  return new Set(scalars).size === scalars.length;
}

function toForms(keyword: string, schema: Schema): Schema {
  const rules = rulesOf(schema);
  const descriptions = Object.entries(schema).filter(([key]) => !(key in rules));
  return { ...Object.fromEntries(descriptions), [keyword]: [rules] };
}

function rulesOf(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !DESCRIPTIONS.has(key)));
}

/** Keywords of a part that describe it as a whole, which its composition does not show. */
const DESCRIPTIONS = new Set(["description", "example", "title"]);
const MERGED = new Set(["type", "properties", "required"]);

/** The object that is composed of objects; undefined if a part has other rules, or two have the same property. */
function mergeParts(document: Document, { allOf = [], ...own }: Schema): Schema | undefined {
  const parts = allOf.map((given) => {
    const part = resolve<Schema>(document, given);
    return part.allOf === undefined ? part : mergeParts(document, part);
  });
  const all = parts.flatMap((part) => part ?? []);
  const isPlain = ({ type, ...part }: Schema): boolean =>
    type === "object" && Object.keys(part).every((key) => MERGED.has(key) || DESCRIPTIONS.has(key));
  const entries = [...all, own].flatMap(({ properties = {} }) => Object.entries(properties));
  const properties = Object.fromEntries(entries);
  const isAmbiguous = Object.keys(properties).length < entries.length;
  if (all.length < parts.length || !all.every(isPlain) || isAmbiguous) return undefined;
  const required = [...all, own].flatMap((part) => part.required ?? []);
  return { ...own, type: "object", properties, ...(required.length > 0 && { required }) };
}

function isReference(value: unknown): value is Reference {
  return isObject(value) && typeof value.$ref === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
