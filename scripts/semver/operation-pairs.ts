import type { Document, OperationObject, PathItem } from "../openapi/document.ts";

/** An operation and its path, which can define parts of it. */
export interface PlacedOperation {
  readonly item: PathItem;
  readonly object: OperationObject;
}

export interface OperationPair {
  /** Such as `GET /pets`. */
  readonly subject: string;
  readonly base: PlacedOperation;
  readonly next: PlacedOperation;
}

/** The operations that both documents have. */
export function operationPairs(base: Document, next: Document): OperationPair[] {
  return Object.entries(base.paths).flatMap(([path, item]) => {
    const other = next.paths[path] ?? {};
    const methods = Object.keys(item).filter((key) => isOperation(item[key]) && isOperation(other[key]));
    return methods.map((method) => ({
      subject: `${method.toUpperCase()} ${path}`,
      base: { item, object: item[method] as OperationObject },
      next: { item: other, object: other[method] as OperationObject },
    }));
  });
}

function isOperation(value: unknown): boolean {
  return typeof value === "object" && value !== null && "responses" in value;
}
