import { type Document, isComposed, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";
import type { InputParameter } from "./operation.ts";
import { sharedType } from "./shared-type.ts";
import { isAboutStrings } from "./text-schema.ts";

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
  if (place === "path") return sharedType(document, given) === "boolean" ? undefined : scalarType(document, given);
  return place === "header" ? scalarType(document, given) : scalarOrArrayType(document, given);
}

function scalarOrArrayType(document: Document, given: Given): string | undefined {
  const schema = resolve<Schema>(document, given);
  const { items, nullable } = schema;
  if (inferredType(schema) !== "array") return scalarType(document, given);
  const item = items && !nullable ? scalarType(document, items) : undefined;
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
  if (type === "string" || type === "boolean") return type;
  return type === "integer" || type === "number" ? "number" : undefined;
}

/** The type that all values share, whatever else restricts them, or a union. */
function composedType(document: Document, schema: Schema): string | undefined {
  if (isAboutStrings(document, schema)) return "string";
  const type = sharedType(document, schema);
  if (type === "boolean") return type;
  return type === "integer" || type === "number" ? "number" : unionType(document, schema);
}

/** A union of numbers and any text, as which a server can read each of them. */
function unionType(document: Document, { oneOf, anyOf, ...others }: Schema): string | undefined {
  const forms = (oneOf ?? anyOf ?? []).map((form) => resolve<Schema>(document, form));
  const isAlone = (keywords: object): boolean => Object.keys(keywords).every((keyword) => ANNOTATIONS.has(keyword));
  const hasText = forms.some(({ type, ...rest }) => type === "string" && isAlone(rest));
  const isSimple = forms.every((form) => ["string", "integer", "number"].includes(inferredType(form) ?? ""));
  return isAlone(others) && hasText && isSimple && !(oneOf && anyOf) ? "string | number" : undefined;
}
