import {
  type Document,
  isComposed,
  type Parameter,
  type Place,
  type Reference,
  resolve,
  resolveAt,
  type Schema,
} from "../openapi/document.ts";
import { checkFields } from "./check-fields.ts";
import type { InputParameter } from "./operation.ts";
import type { AddIssue, OperationContext } from "./operation-context.ts";
import { readExample } from "./read-example.ts";
import { createSchemaReader } from "./read-schema.ts";

/** The defaults of OpenAPI 3.0 (Parameter Object, `style`), and the only styles that the client writes. */
const STYLES = { path: "simple", query: "form" } as const;

export function readParameters(source: OperationContext): InputParameter[] {
  const { document, path, addIssue } = source;
  const parameters = new Map<string, InputParameter>();
  const described = new Set<string>();
  for (const given of listParameters(source)) {
    const place = resolveAt<Parameter>(document, given);
    if (place.value.in === "path") described.add(place.value.name);
    const read = readParameter(place, document, addIssue);
    if (read === undefined) continue;
    const earlier = parameters.get(read.name);
    if (earlier !== undefined && earlier.in !== read.in)
      addIssue(
        `has a path and a query parameter named "${read.name}"; the input object can hold one only.`,
        place.pointer,
      );
    parameters.set(read.name, read);
  }
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  for (const name of names) {
    if (!described.has(name)) addIssue(`does not describe its path parameter "${name}"; add it to parameters.`);
  }
  for (const { name, in: place } of parameters.values()) {
    if (place === "path" && !names.includes(name))
      addIssue(`describes the path parameter "${name}", which its path does not have; remove it.`);
  }
  return [...parameters.values()];
}

function listParameters({ item, itemPointer, object, pointer }: OperationContext): Place<Parameter | Reference>[] {
  const place = (owner: string) => (value: Parameter | Reference, index: number) => ({
    pointer: `${owner}/parameters/${index}`,
    value,
  });
  return [...(item.parameters ?? []).map(place(itemPointer)), ...(object.parameters ?? []).map(place(pointer))];
}

function readParameter(
  { pointer, value }: Place<Parameter>,
  document: Document,
  addIssue: AddIssue,
): InputParameter | undefined {
  const { name, in: place, required = false, description = "", schema, ...rest } = value;
  checkFields("parameter", { pointer, value }, addIssue);
  if (place !== "path" && place !== "query")
    return void addIssue(
      `has the ${place} parameter "${name}"; only path and query parameters are supported.`,
      pointer,
    );
  if (name === "__proto__")
    return void addIssue(`has the parameter "${name}", which no object can hold; rename it.`, pointer);
  const { style = STYLES[place], explode = true, allowReserved = false, allowEmptyValue = false, content } = rest;
  const serializesPlainly = style === STYLES[place] && (explode || place === "path") && !allowReserved;
  if (!serializesPlainly || allowEmptyValue || content !== undefined) {
    return void addIssue(
      `serializes the parameter "${name}" in a way that is not supported; leave style, explode, allowReserved, allowEmptyValue and content at their defaults.`,
      pointer,
    );
  }
  const type = schema && (place === "query" ? queryType(document, schema) : pathType(document, schema));
  if (schema === undefined || type === undefined) {
    return void addIssue(
      `has the parameter "${name}" of a type that cannot be sent; use a string, a number or, in the query, a boolean or an array of these.`,
      pointer,
    );
  }
  const addSchemaIssue: AddIssue = (message, at) =>
    addIssue(`has the parameter "${name}", whose schema ${message}`, at);
  const plan = createSchemaReader(document, addSchemaIssue)(schema, `${pointer}/schema`);
  return { name, in: place, required, type, description, schema: plan, example: readExample(document, rest) };
}

function queryType(document: Document, given: Schema | Reference): string | undefined {
  const { type, items, nullable } = resolve<Schema>(document, given);
  if (type !== "array") return scalarType(document, given);
  const item = items && !nullable ? scalarType(document, items) : undefined;
  return item?.includes("|") ? `(${item})[]` : item && `${item}[]`;
}

/** Without booleans: in a path, `true` is more likely a mistake than a name. */
function pathType(document: Document, given: Schema | Reference): string | undefined {
  return resolve<Schema>(document, given).type === "boolean" ? undefined : scalarType(document, given);
}

function scalarType(document: Document, given: Schema | Reference): string | undefined {
  const schema = resolve<Schema>(document, given);
  const { type, enum: values, nullable } = schema;
  if (isComposed(schema) || nullable === true) return undefined;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (type === "string" || type === "boolean") return type;
  return type === "integer" || type === "number" ? "number" : undefined;
}
