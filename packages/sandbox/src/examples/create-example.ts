import { createValidator, type Schema } from "@serviceform/types/contract";
import type { Random } from "../seed-data/random.js";
import { candidateNumbers } from "./candidate-numbers.js";
import { candidateTexts } from "./candidate-texts.js";
import { LazyValues } from "./lazy-values.js";
import { plainSchemas, propertyOf } from "./plain-schemas.js";

/** The depth to which optional values are created. */
const OPTIONAL_DEPTH = 4;
/** The maximum depth of a value; a schema that needs more counts as endless. */
const MAXIMUM_DEPTH = 24;
/** The number of values of an object or array that are tried. */
const VARIANTS = 100;
/** The number of schemas within a value of which each has values of its own; further ones use the first of before. */
const OWN_VALUES = 500;
/** The maximum length of a value as JSON; a schema that needs more counts as endless. */
const MAXIMUM_LENGTH = 2 ** 20;

/** The context in which a value is created. */
interface Making {
  readonly random: Random;
  /** The schemas around the value. None is created within itself, so that recursion ends. */
  readonly open: readonly Schema[];
  readonly history: History;
}

/** What was created for one example: schemas that contain several others each would take exponential time. */
class History {
  count = 0;
  readonly first = new Map<Schema, unknown>();
  /** Schemas whose values are too long. */
  readonly endless = new Set<Schema>();
}

/**
 * Creates a value that matches a schema: its example if that matches, else its default, a value of its enum, or one
 * built from its type. Undefined if none is found, as for a pattern without an example.
 */
export function createExample(schema: Schema, random: Random): unknown {
  return new LazyValues(matchingValues(schema, { random, open: [], history: new History() })).at(0);
}

/** Different values that match, the most useful first. */
function* matchingValues(schema: Schema, { random, open, history }: Making): Iterable<unknown> {
  if (open.includes(schema) || open.length >= MAXIMUM_DEPTH || history.endless.has(schema)) return;
  history.count += 1;
  const { accepts } = createValidator(schema);
  const seen = new Set<string>();
  for (const plain of plainSchemas(schema)) {
    for (const candidate of candidates(plain, { random, open: [...open, schema], history })) {
      const text = JSON.stringify(candidate);
      if (text.length > MAXIMUM_LENGTH) return void history.endless.add(schema);
      if (seen.has(text) || !accepts(candidate)) continue;
      seen.add(text);
      if (!history.first.has(schema)) history.first.set(schema, candidate);
      yield candidate;
    }
  }
}

function* candidates(schema: Schema, making: Making): Iterable<unknown> {
  if (schema.example !== undefined) yield schema.example;
  if (schema.default !== undefined) yield schema.default;
  if (schema.enum) yield* schema.enum;
  else for (const type of typesOf(schema)) yield* candidatesOfType(type, schema, making);
  if (schema.nullable) yield null;
}

type Type = NonNullable<Schema["type"]>;

function typesOf({ type, required, properties }: Schema): readonly Type[] {
  if (type) return [type];
  const any: readonly Type[] = ["string", "number", "boolean", "object", "array"];
  return required || properties ? ["object", ...any] : any;
}

function candidatesOfType(type: Type, schema: Schema, making: Making): Iterable<unknown> {
  switch (type) {
    case "string":
      return candidateTexts(schema, making.random);
    case "number":
    case "integer":
      return candidateNumbers(schema, making.random);
    case "boolean":
      return making.random() < 0.5 ? [true, false] : [false, true];
    case "array":
      return candidateArrays(schema, making);
    case "object":
      return candidateObjects(schema, making);
    default:
      throw type satisfies never;
  }
}

function* candidateArrays(schema: Schema, making: Making): Iterable<readonly unknown[]> {
  const { items = {}, minItems = 0, maxItems = Infinity } = schema;
  const length = Math.min(Math.max(minItems, 1), maxItems);
  const elements = new LazyValues(length === 1 ? partValues(items, making) : matchingValues(items, making));
  for (let variant = 0; length > 0 && variant < VARIANTS && elements.at(0) !== undefined; variant += 1)
    yield Array.from({ length }, (_, index) => elements.at(variant + index));
  if (minItems === 0) yield [];
}

function* candidateObjects(schema: Schema, making: Making): Iterable<object> {
  const { required = [], minProperties = 0, maxProperties = Infinity } = schema;
  const requiredEntries = required.map((key) => [key, valuesOf(schema, key, making)] as const);
  if (requiredEntries.some(([, values]) => values.at(0) === undefined)) return;
  const optional = Object.keys(schema.properties ?? {}).filter((key) => !required.includes(key));
  const included = optional.filter((key) => isIncluded(schema.properties?.[key] ?? {}, making));
  const others = [...optional.filter((key) => !included.includes(key)), ...freeKeys(schema, minProperties)];
  const filled = (keys: readonly string[]) =>
    keys.map((key) => [key, valuesOf(schema, key, making)] as const).filter(([, values]) => values.at(0) !== undefined);
  const preferred = [...requiredEntries, ...filled(included)].slice(0, Math.max(maxProperties, requiredEntries.length));
  const rest = preferred.length < minProperties || requiredEntries.length < minProperties ? filled(others) : [];
  const long = [...preferred, ...rest].slice(0, Math.max(preferred.length, minProperties));
  const short = long.slice(0, Math.max(requiredEntries.length, minProperties));
  for (let variant = 0; variant < VARIANTS; variant += 1)
    for (const entries of [long, short])
      yield Object.fromEntries(entries.map(([key, values]) => [key, values.at(variant)]));
}

function valuesOf(schema: Schema, key: string, making: Making): LazyValues {
  const property = propertyOf(schema, key);
  return new LazyValues(property ? partValues(property, making) : []);
}

/** Values for a part of a value: in a large one, the first that its schema had elsewhere. */
function partValues(schema: Schema, making: Making): Iterable<unknown> {
  const { count, first } = making.history;
  return count > OWN_VALUES && first.has(schema) ? [first.get(schema)] : matchingValues(schema, making);
}

/** Whether to create an optional property: always if the contract shows a value of it, else depending on the seed. */
function isIncluded({ example, default: usual }: Schema, { random, open }: Making): boolean {
  if (open.length > OPTIONAL_DEPTH) return false;
  return random() < 0.5 || example !== undefined || usual !== undefined;
}

/** Names for properties that the contract does not name, if an object must have more than those with names. */
function freeKeys({ additionalProperties = true }: Schema, count: number): string[] {
  return additionalProperties === false ? [] : Array.from({ length: count }, (_, index) => `key-${index + 1}`);
}
