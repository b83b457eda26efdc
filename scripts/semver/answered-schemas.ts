import type { Document } from "../generate/document.ts";

/** The schemas that callers read: all but those that only request bodies lead to. */
export function answeredSchemas(document: Document): Set<string> {
  const names = Object.keys(document.components?.schemas ?? {});
  const sent = new Set<string>();
  const answered = new Set<string>();
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      if (typeof operation !== "object" || operation === null) continue;
      const { requestBody, responses } = operation as { requestBody?: unknown; responses?: unknown };
      follow(document, requestBody, sent);
      follow(document, responses, answered);
    }
  }
  return new Set(names.filter((name) => answered.has(pointerOf(name)) || !sent.has(pointerOf(name))));
}

function pointerOf(name: string): string {
  return `#/components/schemas/${name}`;
}

/** Collects every `$ref` under a value, and those under what it refers to. */
function follow(document: Document, value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key !== "$ref" || typeof inner !== "string") {
      follow(document, inner, found);
    } else if (!found.has(inner)) {
      found.add(inner);
      const keys = inner.slice(2).split("/");
      const target = keys.reduce<unknown>(
        (node, part) => (node as Record<string, unknown> | undefined)?.[part],
        document,
      );
      follow(document, target, found);
    }
  }
}
