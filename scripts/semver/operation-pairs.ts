import type { Document, OperationObject, PathItem, Server } from "../openapi/document.ts";

/** The parts of an operation that its path or document can define instead. */
export interface Overridable {
  readonly servers?: readonly Server[];
  readonly security?: readonly Record<string, string[]>[];
}

export interface OperationPair {
  /** Such as `GET /pets`. */
  readonly subject: string;
  readonly base: { readonly item: PathItem & Overridable; readonly object: OperationObject & Overridable };
  readonly next: { readonly item: PathItem & Overridable; readonly object: OperationObject & Overridable };
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
