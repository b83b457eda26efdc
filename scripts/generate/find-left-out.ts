import type { Document } from "../openapi/document.ts";
import { isMethod } from "./methods.ts";

/** Notes on the parts of a document, and on webhooks of the one that it comes from, that a client does not use. */
export function findLeftOut(document: Document, source: Document = document): string[] {
  const webhooks = Object.hasOwn(source, "x-webhooks")
    ? ["The document has x-webhooks, which are left out: they are requests to the caller."]
    : [];
  const callbacks = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([key, value]) => isMethod(key) && Object.keys(Object(value).callbacks ?? {}).length > 0)
      .map(
        ([key]) => `${key.toUpperCase()} ${path} has callbacks, which are left out: they are requests to the caller.`,
      ),
  );
  return [...webhooks, ...callbacks];
}
