import type { Document, OperationObject, PathItem } from "./document.ts";
import type { Operation } from "./operation.ts";

/** One operation in its document, and the way to say what is wrong with it. */
export interface Source {
  document: Document;
  path: string;
  method: Lowercase<Operation["method"]>;
  item: PathItem;
  object: OperationObject;
  refuse: (sentence: string) => void;
}
