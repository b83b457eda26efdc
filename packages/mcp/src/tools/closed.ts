import type { JsonSchema } from "@serviceform/types/describe";

/** The schema of an object without other properties. */
export function closed(properties: object, required: readonly string[] = []): JsonSchema {
  return { type: "object", properties, ...(required.length > 0 && { required }), additionalProperties: false };
}
