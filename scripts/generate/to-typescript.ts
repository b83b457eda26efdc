import { createConfig } from "@redocly/openapi-core";
import type { Node } from "typescript";
import type { Document } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { describeUnusable, findUnusableKeys, mayHaveUnusableKeys } from "./unusable-keys.ts";

/** `paths`, `components` and `operations`, as openapi-typescript has them. */
export async function toTypescript(document: Document): Promise<Node[]> {
  const unusable = mayHaveUnusableKeys(JSON.stringify(document)) ? findUnusableKeys(document) : [];
  if (unusable.length > 0) throw new SpecError(unusable.map(toProblem));
  // Imported late, because it loads TypeScript: a broken spec should be reported without that wait.
  const { default: openapiTS } = await import("openapi-typescript");
  // Else a body field with a default would have to be given, although the API fills it in.
  const options = { silent: true, defaultNonNullable: false, redocly: await createConfig({}) };
  try {
    // A copy, since openapi-typescript resolves references in the object that it is given.
    return (await openapiTS(structuredClone(document) as never, options)) as Node[];
  } catch (error) {
    const message = `openapi-typescript cannot read the document (${(error as Error).message}).`;
    throw new SpecError([{ pointer: "#", message }]);
  }
}

function toProblem(keys: readonly string[]): SpecIssue {
  const pointer = `#/${keys.map(escapePointer).join("/")}`;
  return { pointer, message: describeUnusable(keys.at(-1) ?? "") };
}
