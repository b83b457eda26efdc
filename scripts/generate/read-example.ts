import { type Document, type Reference, resolve } from "../openapi/document.ts";

/** The example of a parameter or a media type: `example`, else the first of `examples` that has a value. */
export function readExample(
  document: Document,
  owner: { example?: unknown; examples?: Record<string, { value?: unknown } | Reference> },
): unknown {
  if (owner.example !== undefined) return owner.example;
  const values = Object.values(owner.examples ?? {}).map((one) => resolve<{ value?: unknown }>(document, one).value);
  return values.find((value) => value !== undefined);
}
