import { isDeepStrictEqual } from "node:util";
import { type Document, type Place, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { isPattern } from "./is-pattern.ts";
import { SCALARS, typesOf } from "./types-of.ts";

const TYPES = [...SCALARS, "array", "object"];
/** Keywords beside a `$ref` that can be ignored. */
const BESIDE_REFERENCE = new Set([
  ...["$ref", "description", "summary", "title", "example", "default", "externalDocs", "deprecated"],
]);
/** Keywords whose default is false. */
const FALSE_BY_DEFAULT = new Map(["nullable", "readOnly", "writeOnly", "required"].map((keyword) => [keyword, false]));

/** Rejects keywords that have no effect without another one. */
export function checkSchema({ pointer, value: schema }: Place<Schema>, addIssue: AddIssue): void {
  const { type, items, enum: values, multipleOf, pattern } = schema;
  if (type !== undefined && !TYPES.includes(type))
    addIssue(`has the type ${JSON.stringify(type)}; OpenAPI 3.0 has ${TYPES.join(", ")}.`, `${pointer}/type`);
  if (type === "array" && items === undefined) addIssue("is an array without items; add items, {} for any.", pointer);
  if (values?.length === 0) addIssue("has an empty enum, which no value matches; add its values.", `${pointer}/enum`);
  if (type !== undefined && values?.some((value) => value !== null && !isOfType(type, value)))
    addIssue(`has an enum with values that are not of the type ${type}; correct one of the two.`, `${pointer}/enum`);
  if (values?.some((value) => Number.isInteger(value) && !Number.isSafeInteger(value)))
    addIssue("has an enum with an integer that JavaScript rounds; use strings.", `${pointer}/enum`);
  // openapi-typescript reads each of them as a schema.
  if (type === "object" && values !== undefined)
    addIssue("has an enum of objects; give its properties an enum instead.", `${pointer}/enum`);
  if (multipleOf !== undefined && !(multipleOf > 0))
    addIssue("has a multipleOf that is not more than 0; correct it.", `${pointer}/multipleOf`);
  for (const [bound, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const)
    if (schema[exclusive] === true && schema[bound] === undefined)
      addIssue(`has ${exclusive} without ${bound}, which it is about; add ${bound}.`, `${pointer}/${exclusive}`);
  if (pattern !== undefined && !isPattern(pattern))
    addIssue("has a pattern that ECMAScript 2023 cannot read with the u flag; correct it.", `${pointer}/pattern`);
  // A habit of PHP and Perl, by which no text matches.
  if (pattern !== undefined && /^\/\^.*\$\/[a-z]*$/.test(pattern))
    addIssue("has a pattern between slashes, which are characters to match; remove them.", `${pointer}/pattern`);
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const)
    if (schema[keyword]?.length === 0) addIssue(`has an empty ${keyword}; remove it.`, `${pointer}/${keyword}`);
}

/** Rejects keywords with an effect beside a `$ref`, which OpenAPI 3.0 ignores, unless its target has the same ones. */
export function checkReference(
  document: Document,
  { pointer, value }: Place<Reference>,
  addIssue: AddIssue,
  advice = "put the $ref into allOf",
): void {
  const besides = Object.entries(value).filter(([key]) => !BESIDE_REFERENCE.has(key) && !key.startsWith("x-"));
  if (besides.length === 0) return;
  const target = resolve<Schema>(document, value);
  const [type, ...others] = new Set(typesOf(document, target));
  const same: Readonly<Record<string, unknown>> = { ...target, type: others.length === 0 ? type : undefined };
  for (const [key, keyword] of besides) {
    if (isDeepStrictEqual(keyword, same[key] ?? FALSE_BY_DEFAULT.get(key))) continue;
    const message = `has "${key}" beside a $ref, where OpenAPI 3.0 ignores it; remove it, or ${advice}.`;
    addIssue(message, `${pointer}/${escapePointer(key)}`);
  }
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  return type === (Array.isArray(value) ? "array" : typeof value);
}
