import type { Document, OperationObject, PathItem } from "../openapi/document.ts";
import type { AddIssue } from "./add-issue.ts";
import type { Operation } from "./operation.ts";
import type { SecurityReader } from "./read-security.ts";

/** One operation in its document, and a function that adds issues. */
export interface OperationContext {
  document: Document;
  path: string;
  method: Lowercase<Operation["method"]>;
  item: PathItem;
  object: OperationObject;
  /** The JSON pointer to the path. */
  itemPointer: string;
  /** The JSON pointer to the operation. */
  pointer: string;
  addIssue: AddIssue;
  security: SecurityReader;
}
