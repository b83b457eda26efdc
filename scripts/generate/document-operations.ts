import type { Document, OperationObject, PathItem } from "../openapi/document.ts";
import { mapObject } from "../openapi/map-object.ts";
import { isMethod, type METHODS } from "./methods.ts";

export interface DocumentOperation {
  readonly path: string;
  readonly method: keyof typeof METHODS;
  readonly object: OperationObject;
}

/** The operations of a document, of the methods that the client supports. */
export function operationsOf({ paths }: Document): DocumentOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([key, value]) =>
      isMethod(key) ? [{ path, method: key, object: value as OperationObject }] : [],
    ),
  );
}

/** The document with each of these operations changed, and first each path. */
export function mapOperations(
  document: Document,
  change: (operation: DocumentOperation) => unknown,
  changePath = (item: PathItem): unknown => item,
): Document {
  const paths = mapObject(document.paths, (item, path) =>
    mapObject(changePath(item as PathItem), (object, method) =>
      isMethod(method) ? change({ path, method, object: object as OperationObject }) : object,
    ),
  );
  return { ...document, paths } as Document; // Each value keeps its kind.
}
