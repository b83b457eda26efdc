import { isDeepStrictEqual } from "node:util";
import { type Document, isComposed, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";
import type { InputParameter } from "./operation.ts";
import { sharedType } from "./shared-type.ts";
import { isAboutStrings, TEXT } from "./text-schema.ts";

type Given = Schema | Reference;

/** Keywords that do not restrict values. */
const ANNOTATIONS = new Set(["title", "description", "default", "example", "deprecated", "readOnly", "writeOnly"]);

/** The type of a parameter in TypeScript; undefined for an unsupported one. */
export function parameterType(
  document: Document,
  given: Given,
  place: InputParameter["in"],
  style: InputParameter["style"],
): string | undefined {
  if (style === "deepObject") return objectType(document, given);
  // Without booleans: in a path, `true` is more likely a mistake than a name.
  if (place === "path") return scalarOrArrayType(document, given, withoutBoolean);
  const list = listForm(document, given);
  if (list === undefined) return scalarOrArrayType(document, given, scalarType);
  return place === "query" ? listUnionType(document, list) : undefined;
}

function withoutBoolean(document: Document, given: Given): string | undefined {
  const type = sharedType(document, given) === "boolean" ? undefined : scalarType(document, given);
  return type?.split(" | ").includes("boolean") ? undefined : type;
}

/**
 * The form of a union that is an array of values of its only other form: a text in a query can be the value, or an array
 * with one element. Undefined for other schemas.
 */
export function listForm(document: Document, given: Given): Schema | undefined {
  const { oneOf, anyOf, ...others } = resolve<Schema>(document, given);
  const forms = (oneOf ?? anyOf ?? []).map((form) => resolve<Schema>(document, form));
  const list = forms.find((form) => inferredType(form) === "array");
  const scalar = forms.find((form) => form !== list);
  if (list?.items === undefined || scalar === undefined || forms.length > 2 || (oneOf && anyOf)) return undefined;
  const restricts = (schema: Given): object => withoutAnnotations(resolve<Schema>(document, schema));
  const isSame = isDeepStrictEqual(restricts(scalar), restricts(list.items));
  return isAlone(others) && (isSame || isDeepStrictEqual(restricts(scalar), TEXT)) ? list : undefined;
}

function listUnionType(document: Document, list: Schema): string | undefined {
  const item = scalarType(document, list.items ?? {});
  const type = scalarOrArrayType(document, list, scalarType);
  return item && type && `readonly ${type} | ${item}`;
}

function scalarOrArrayType(document: Document, given: Given, typeOf: typeof scalarType): string | undefined {
  const schema = resolve<Schema>(document, given);
  const { items, nullable } = schema;
  if (inferredType(schema) !== "array") return typeOf(document, given);
  const item = items && !nullable ? typeOf(document, items) : undefined;
  return item?.includes("|") ? `(${item})[]` : item && `${item}[]`;
}

function objectType(document: Document, given: Given): string | undefined {
  const schema = resolve<Schema>(document, given);
  const { properties = {}, required = [], additionalProperties = false, nullable } = schema;
  if (isComposed(schema) || nullable === true) return undefined;
  const members = Object.entries(properties).map(([name, property]) => {
    const type = scalarType(document, property);
    const isRequired = required.includes(name);
    return type && `${JSON.stringify(name)}${isRequired ? `: ${type}` : `?: ${type} | undefined`}`;
  });
  const others = typeof additionalProperties === "object" ? scalarType(document, additionalProperties) : "unknown";
  if (additionalProperties !== false && members.length === 0 && others !== "unknown")
    members.push(others && `[key: string]: ${others} | undefined`);
  return members.length === 0 || members.includes(undefined) ? undefined : `{ ${members.join("; ")} }`;
}

function scalarType(document: Document, given: Given): string | undefined {
  const schema = resolve<Schema>(document, given);
  const { enum: values, nullable } = schema;
  const type = inferredType(schema);
  if (nullable === true) return undefined;
  if (isComposed(schema)) return composedType(document, schema);
  if (values !== undefined && type !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  return SCALARS[type ?? ""];
}

/** The type that all values share, whatever else restricts them, or a union. */
function composedType(document: Document, schema: Schema): string | undefined {
  if (isAboutStrings(document, schema)) return "string";
  const type = sharedType(document, schema);
  if (type === "boolean") return type;
  return type === "integer" || type === "number" ? "number" : unionType(document, schema);
}

/** A union of numbers and booleans, or of these and any text, as which a server can read each of them. */
function unionType(document: Document, { oneOf, anyOf, ...others }: Schema): string | undefined {
  const forms = (oneOf ?? anyOf ?? []).map((form) => resolve<Schema>(document, form));
  const types = forms.map((form) => SCALARS[inferredType(form) ?? ""]);
  const isAnyText = forms.some((form) => isDeepStrictEqual(withoutAnnotations(form), TEXT));
  const isReadable = isAnyText || !types.includes("string");
  if (!isAlone(others) || types.includes(undefined) || !isReadable || (oneOf && anyOf)) return undefined;
  return ["string", "number", "boolean"].filter((type) => types.includes(type)).join(" | ");
}

/** The types of scalars in TypeScript. */
const SCALARS: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

function isAlone(keywords: object): boolean {
  return Object.keys(withoutAnnotations(keywords)).length === 0;
}

function withoutAnnotations(keywords: object): object {
  return Object.fromEntries(Object.entries(keywords).filter(([keyword]) => !ANNOTATIONS.has(keyword)));
}
