import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import type { Output, TypeText } from "./operation.ts";
import { inferredType } from "./read-schema.ts";
import { typeTextOf, unionOf } from "./type-text.ts";

/** The schema of the body of one success; undefined where it has none. */
export interface OutputPart {
  readonly schema: Schema | Reference | undefined;
}

/** What a call resolves to, of all its successes. */
export function readOutput(document: Document, successes: readonly OutputPart[]): Output {
  const schemas = successes.flatMap(({ schema }) => schema ?? []);
  const mayBeEmpty = schemas.length < successes.length;
  const nothing: TypeText = { text: "undefined", names: [] };
  if (schemas.length === 0) return { kind: "none", mayBeEmpty: false, type: nothing, element: undefined, sources: [] };
  const kinds = new Set(schemas.map((schema) => kindOf(document, schema)));
  const [kind = "json"] = kinds.size === 1 ? kinds : [];
  const types = schemas.map((schema) => typeTextOf(document, schema));
  const isStream = kind === "array" && !mayBeEmpty;
  return {
    kind,
    mayBeEmpty,
    type: unionOf(mayBeEmpty ? [...types, nothing] : types),
    sources: schemas,
    element: isStream ? unionOf(schemas.map((schema) => elementOf(document, schema))) : undefined,
  };
}

function elementOf(document: Document, given: Schema | Reference): TypeText {
  const { items } = resolve<Schema>(document, given);
  const element = items && typeTextOf(document, items);
  if (element !== undefined && element.text !== "unknown") return element;
  const { text, names } = typeTextOf(document, given);
  return names.length === 0 ? { text: "unknown", names } : { text: `${text}[number]`, names };
}

/** `object` and `array` where every value of the schema is one. */
function kindOf(
  document: Document,
  given: Schema | Reference,
  seen: readonly object[] = [],
): "array" | "object" | "json" {
  const schema = resolve<Schema>(document, given);
  if (schema.nullable === true || seen.includes(schema)) return "json";
  const { allOf, oneOf, anyOf } = schema;
  const type = inferredType(schema);
  if (type === "array" || type === "object") return type;
  const kinds = (parts: readonly (Schema | Reference)[]) =>
    parts.map((part) => kindOf(document, part, [...seen, schema]));
  const ofAll = kinds(allOf ?? []).find((kind) => kind !== "json");
  if (ofAll !== undefined) return ofAll;
  const forms = new Set(kinds(oneOf ?? anyOf ?? []));
  const [form = "json"] = forms.size === 1 ? forms : [];
  return type === undefined ? form : "json";
}
