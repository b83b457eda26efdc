import { type Document, type Reference, resolve } from "../openapi/document.ts";

/** The example of a parameter or a media type: `example`, else the first of `examples`. */
export function readExample(
  document: Document,
  owner: { example?: unknown; examples?: Record<string, { value?: unknown } | Reference> },
): unknown {
  if (owner.example !== undefined) return owner.example;
  const [first] = Object.values(owner.examples ?? {});
  return first && resolve<{ value?: unknown }>(document, first).value;
}
