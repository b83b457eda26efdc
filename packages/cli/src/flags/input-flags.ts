import type { JsonSchema, OperationDescription } from "@serviceform/types/describe";
import { parsed } from "./connection-flags.js";
import { decimal, file, integer, json, time } from "./parsers.js";

/** An input key of an operation as a flag. */
export interface InputFlag {
  /** The key of the operation's input. */
  readonly key: string;
  /** The flag in camel case; users write it in kebab case. */
  readonly name: string;
  /** In Stricli's form. */
  readonly parameter: object;
}

interface ObjectSchema {
  readonly required?: readonly string[];
  readonly properties?: { readonly [key: string]: JsonSchema };
}

/** The flags of an operation's input keys. If a name is taken, the flag starts with `input-`, or is the key itself. */
export function inputFlags(
  { input }: OperationDescription,
  taken: { readonly [name: string]: object },
): readonly InputFlag[] {
  // The input of an operation is an object in JSON Schema.
  const { required = [], properties = {} } = input as ObjectSchema;
  const used = new Set<string>();
  return Object.entries(properties).map(([key, schema]) => {
    const own = camelCase(key);
    const free = Object.hasOwn(taken, own) ? camelCase(`input-${key}`) : own;
    const isOther = used.has(free) || (free !== key && Object.hasOwn(properties, free));
    const name = isOther ? key : free;
    used.add(name);
    return { key, name, parameter: toParameter(schema, { optional: !required.includes(key) }) };
  });
}

/** The input of an operation from the values of its flags. */
export function readInput(flags: object, inputs: readonly InputFlag[]): Record<string, unknown> {
  const values = new Map(Object.entries(flags));
  const defined = inputs.filter(({ name }) => values.get(name) !== undefined);
  return Object.fromEntries(defined.map(({ key, name }) => [key, values.get(name)]));
}

function toParameter(given: JsonSchema, { optional }: { readonly optional: boolean }): object {
  const schema = withoutNull(given);
  const brief = String(schema.description ?? "").replace(/`/g, "");
  if (schema.type === "boolean") return { kind: "boolean", optional, brief };
  if (schema.type === "array") {
    const { description, items } = schema;
    // In JSON Schema, `items` is a JSON Schema.
    return { ...toParameter({ ...(items as JsonSchema), description }, { optional }), variadic: true };
  }
  if (isTextEnum(schema.enum)) return { kind: "enum", values: schema.enum, optional, brief };
  const { parse, placeholder } = parserOf(schema);
  return { ...parsed(brief, placeholder, parse), optional };
}

/** The flags of a value that can also be null take its other type; `serviceform api` sends null. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const [type, ...others] = [schema.type].flat().filter((one) => one !== "null");
  if (others.length > 0) return schema;
  return { ...schema, type, ...(Array.isArray(schema.enum) && { enum: schema.enum.filter((one) => one !== null) }) };
}

function isTextEnum(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.every((value) => typeof value === "string");
}

function parserOf({ type, format, minimum }: JsonSchema): { parse(text: string): unknown; placeholder: string } {
  if (format === "date-time") return { parse: time, placeholder: "TIME" };
  if (format === "binary") return { parse: file, placeholder: "PATH" };
  if (type === "integer")
    return { parse: integer(typeof minimum === "number" ? minimum : undefined), placeholder: "N" };
  if (type === "number") return { parse: decimal, placeholder: "N" };
  if (type === "string") return { parse: String, placeholder: "TEXT" };
  return { parse: json, placeholder: "JSON" };
}

/** `X-Rate-ID` and `xRateID` as `xRateId`, since Stricli puts a hyphen before each capital. */
function camelCase(key: string): string {
  const [first, ...others] = key.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{N}]+/gu) ?? [key];
  const capitalized = others.map((word) => `${word[0]?.toUpperCase()}${word.slice(1).toLowerCase()}`);
  return [first.toLowerCase(), ...capitalized].join("");
}
