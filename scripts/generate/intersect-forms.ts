import type { Reference, Schema } from "../openapi/document.ts";

/** Keywords from which a type is made. */
const TYPED = ["type", "properties", "additionalProperties", "items", "allOf", "oneOf"] as const;

/**
 * The schema with `anyOf` as a part of its own, since openapi-typescript makes a union of the forms and of what stands
 * beside them, although a value must match both.
 */
export function intersectForms(schema: Schema | Reference): Schema | Reference {
  const { anyOf, ...others } = schema as Schema; // A reference has no `anyOf`.
  if (!Array.isArray(anyOf) || !TYPED.some((keyword) => Object.hasOwn(others, keyword))) return schema;
  return { ...others, allOf: [...(others.allOf ?? []), { anyOf }] };
}
