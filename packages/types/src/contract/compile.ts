import { usesBinary, usesBodyMedia } from "../generated/uses.js";
import { compositionRules } from "./composition-rules.js";
import { arrayRules, objectRules } from "./container-rules.js";
import { typeOf } from "./issue.js";
import type { Check, Compile, Options } from "./rule.js";
import type { Schema } from "./schema.js";
import { enumRule, numberRules, textRules } from "./value-rules.js";

const withFormats = new WeakMap<Schema, Check>();
const withoutFormats = new WeakMap<Schema, Check>();

/** Compiles a schema when it first validates a value, so that a recursive schema is compiled in finite time. */
export function compile(schema: Schema, { formats = true }: Options): Check {
  const cache = formats ? withFormats : withoutFormats;
  const compileLazily = (schema: Schema): Check => {
    let check: Check | undefined;
    return (value, list) => {
      check ??= cache.get(schema) ?? remember(schema, build(schema, compileLazily, { formats }));
      return check(value, list);
    };
  };
  const remember = (schema: Schema, check: Check): Check => {
    cache.set(schema, check);
    return check;
  };
  return compileLazily(schema);
}

function build(schema: Schema, compile: Compile, options: Required<Options>): Check {
  const { type, format, nullable } = schema;
  const rules = all([
    ...enumRule(schema),
    ...numberRules(schema),
    ...textRules(schema, options),
    ...arrayRules(schema, compile),
    ...objectRules(schema, compile),
    ...compositionRules(schema, compile),
  ]);
  return (value, list) => {
    if (value === null && nullable) return true;
    if (type === undefined || isOfType(type, value)) return rules(value, list);
    if ((usesBinary || usesBodyMedia) && type === "string" && format === "binary" && isBinary(value)) return true;
    list?.add(type, typeOf(value));
    return false;
  };
}

function all(checks: readonly Check[]): Check {
  return (value, list) => {
    let matches = true;
    for (const check of checks) {
      if (check(value, list)) continue;
      matches = false;
      if (!list) break;
    }
    return matches;
  };
}

function isOfType(type: string, value: unknown): boolean {
  return type === "integer" ? Number.isInteger(value) : type === typeOf(value);
}

/** Bytes, or an object from which they can be read. */
function isBinary(value: unknown): boolean {
  return ArrayBuffer.isView(value) || ["Blob", "File", "ArrayBuffer", "ReadableStream"].includes(tagOf(value));
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}
