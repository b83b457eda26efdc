import type { Document } from "../openapi/document.ts";
import type { Operation } from "./operation.ts";

/** The schemas of request bodies, by name. */
export function inputSchemas({ components }: Document, operations: readonly Operation[]): Set<string> {
  const schemas = components?.schemas ?? {};
  const found = new Set<string>();
  const pending = operations.flatMap(({ body }) => body?.type.names ?? []);
  for (const name of pending) {
    if (found.has(name) || schemas[name] === undefined) continue;
    found.add(name);
    const references = JSON.stringify(schemas[name]).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)/g);
    pending.push(...[...references].map(([, next = ""]) => next));
  }
  return found;
}
