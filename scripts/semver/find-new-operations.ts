import type { Document } from "../openapi/document.ts";
import { METHODS } from "../openapi/methods.ts";
import type { Change } from "./bump.ts";
import { nameOperation } from "./name-operation.ts";

/** The operations that only `next` has, with their methods in the client. */
export function findNewOperations(base: Document, next: Document): Change[] {
  return Object.entries(next.paths).flatMap(([path, item]) => {
    const methods = METHODS.filter((method) => method in item && !(method in (base.paths[path] ?? {})));
    return methods.map((method): Change => {
      const subject = `${method.toUpperCase()} ${path}`;
      return { bump: "minor", subject, reason: `${nameOperation(next, subject)} is new.` };
    });
  });
}
