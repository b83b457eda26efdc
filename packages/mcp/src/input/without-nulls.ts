import { isRecord } from "@serviceform/records";
import { createValidator } from "@serviceform/types/contract";
import type { JsonSchema } from "@serviceform/types/describe";
import { toSchema } from "./to-schema.js";
import type { Input } from "./validate-input.js";

/**
 * The input without the optional parameters that are null, at any depth. In the strict mode of some hosts each parameter
 * is required, and an assistant passes null for those that it leaves out.
 */
export function withoutNulls(schema: JsonSchema, input: Input): Input {
  const properties = Object(schema.properties) as { readonly [name: string]: JsonSchema };
  const required = new Set([schema.required].flat());
  const entries = Object.entries(input).flatMap(([name, value]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined) return [[name, value]];
    const isLeftOut = value === null && !required.has(name) && !acceptsNull(property);
    return isLeftOut ? [] : [[name, withoutInnerNulls(property, value)]];
  });
  return Object.fromEntries(entries);
}

function withoutInnerNulls(schema: JsonSchema, value: unknown): unknown {
  if (isRecord(value)) return withoutNulls(schema, value);
  const { items } = schema;
  if (!Array.isArray(value) || !isRecord(items)) return value;
  return value.map((element) => withoutInnerNulls(items, element));
}

function acceptsNull(schema: JsonSchema): boolean {
  return createValidator(toSchema(schema)).validate(null, 1).length === 0;
}
