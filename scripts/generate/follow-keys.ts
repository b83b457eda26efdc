import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import type { PointedValue, TypeText } from "./operation.ts";
import { typeTextOf } from "./type-text.ts";

/** A body, and its type. */
interface Body {
  readonly source: Schema | Reference;
  readonly type: TypeText;
}

interface Found {
  readonly value: PointedValue;
  readonly schema: Schema;
  /** The type of one element, if it is an array. */
  readonly element: TypeText;
}

/** Finds the schema of a value within a body; undefined if the contract has none. */
export function followKeys(document: Document, { source, type }: Body, keys: readonly string[]): Found | undefined {
  let given = source;
  let isOptional = false;
  for (const key of keys) {
    const property = findProperty(document, given, key);
    if (property === undefined) return undefined;
    given = property.given;
    isOptional ||= property.isOptional;
  }
  const schema = resolve<Schema>(document, given);
  return { value: { keys, isOptional }, schema, element: elementOf(document, schema, keys, type) };
}

/** The property of a schema, or of a schema that it is composed of. */
function findProperty(
  document: Document,
  owner: Schema | Reference,
  key: string,
  seen: readonly Schema[] = [],
): { given: Schema | Reference; isOptional: boolean } | undefined {
  const schema = resolve<Schema>(document, owner);
  if (seen.includes(schema)) return undefined;
  const { properties = {}, required = [], allOf = [], nullable } = schema;
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (own !== undefined) return { given: own, isOptional: nullable === true || !required.includes(key) };
  for (const part of allOf) {
    const found = findProperty(document, part, key, [...seen, schema]);
    if (found !== undefined) return { ...found, isOptional: found.isOptional && !required.includes(key) };
  }
  return undefined;
}

/** The type of one element: that of its schema, else an indexed access into the type of the body. */
function elementOf(document: Document, { items }: Schema, keys: readonly string[], body: TypeText): TypeText {
  const element = items && typeTextOf(document, items);
  if (element !== undefined && element.text !== "unknown") return element;
  if (body.names.length === 0) return { text: "unknown", names: [] };
  const array = keys.reduce((type, key) => `NonNullable<${type}[${JSON.stringify(key)}]>`, body.text);
  return { text: `${array}[number]`, names: body.names };
}
