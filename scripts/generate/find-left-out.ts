import type { Document } from "../openapi/document.ts";
import { operationsOf } from "./document-operations.ts";
import { METHODS } from "./methods.ts";

/** Notes on the parts of a document, and on webhooks of the one that it comes from, that a client does not use. */
export function findLeftOut(document: Document, source: Document = document): string[] {
  const webhooks = Object.hasOwn(source, "x-webhooks")
    ? ["The document has x-webhooks, which are left out: they are requests to the caller."]
    : [];
  const callbacks = operationsOf(document)
    .filter(({ object }) => Object.keys(Object(Object(object).callbacks)).length > 0)
    .map(
      ({ path, method }) =>
        `${METHODS[method]} ${path} has callbacks, which are left out: they are requests to the caller.`,
    );
  return [...webhooks, ...callbacks];
}
