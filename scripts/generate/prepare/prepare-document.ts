import type { Document } from "../../openapi/document.ts";
import { schemaPointer } from "../../openapi/pointer.ts";
import { operationsOf } from "../document-operations.ts";
import { inlinePathItems } from "./inline-path-items.ts";
import { nameDeepTargets } from "./name-deep-targets.ts";
import { nameInlineSchemas } from "./name-inline-schemas.ts";
import { nameOperations } from "./name-operations.ts";
import { findNewNames, isTypeName, renameSchemas } from "./rename-schemas.ts";
import { simplifyParameters } from "./simplify-parameters.ts";
import { simplifySchemas } from "./simplify-schemas.ts";
import { withoutNullBodies } from "./without-null-bodies.ts";
import { toPascalCase } from "./words.ts";

/** A document in which every operation and every body has a valid TypeScript name. */
export interface PreparedDocument {
  readonly document: Document;
  /** Schemas whose names are not in the source. */
  readonly inlineNames: ReadonlySet<string>;
  /** The pointer in the source for a pointer in this document. */
  toSource(pointer: string): string;
}

export function prepareDocument(given: Document): PreparedDocument {
  const withItems = nameOperations(withoutNullBodies(inlinePathItems(simplifySchemas(given))));
  const inputNames = inputNamesOf(withItems);
  const isFreeIn = (document: Document) => {
    const names = new Set(Object.keys(document.components?.schemas ?? {}));
    return (name: string): boolean => isTypeName(name) && !names.has(name) && !inputNames.has(name);
  };
  const deep = nameDeepTargets(withItems, isFreeIn(withItems));
  const simple = simplifyParameters(deep.document);
  const renamed = findNewNames(simple, inputNames);
  const withNames = renameSchemas(simple, renamed);
  const inline = nameInlineSchemas(withNames, isFreeIn(withNames));
  const origins = new Map([...deep.origins, ...inline.origins]);
  const inlineNames = new Set([...origins.keys()].map((pointer) => pointer.split("/").at(-1) ?? ""));
  for (const [from, to] of renamed) origins.set(schemaPointer(to), schemaPointer(from));
  return { document: inline.document, inlineNames, toSource: (pointer) => toSource(pointer, origins) };
}

function inputNamesOf(document: Document): Set<string> {
  const ids = operationsOf(document).map(({ object: { operationId = "" } }) => operationId);
  return new Set(ids.map((id) => `${toPascalCase(id)}Input`));
}

/** Replaces the longest moved prefix of a pointer by its origin. */
function toSource(pointer: string, origins: ReadonlyMap<string, string>): string {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const origin = origins.get(pointer.slice(0, end));
    if (origin !== undefined) return `${origin}${pointer.slice(end)}`;
  }
  return pointer;
}
