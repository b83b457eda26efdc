import type { Document } from "../generate/document.ts";
import type { Operation } from "../generate/operation.ts";
import { readOperations } from "../generate/read-operations.ts";
import { renderMethods } from "../generate/render-methods.ts";
import { renderPaths } from "../generate/render-paths.ts";
import { renderSchemas } from "../generate/render-schemas.ts";
import { SpecError } from "../generate/spec-error.ts";

/** The types that a document generates: what a caller compiles against. */
export interface Surface {
  readonly document: Document;
  readonly files: ReadonlyMap<string, string>;
  /** Undefined where the generator refuses the document, which then has `paths` and `components` only. */
  readonly operations: readonly Operation[] | undefined;
  readonly refusal?: string;
}

export async function renderSurface(document: Document): Promise<Surface> {
  const paths = await renderPaths(document);
  try {
    const operations = readOperations(document);
    const files = new Map([
      ["paths.ts", paths],
      ["schemas.ts", renderSchemas(document, operations)],
      ["methods.ts", renderMethods(operations)],
    ]);
    return { document, files, operations };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { document, files: new Map([["paths.ts", paths]]), operations: undefined, refusal: error.message };
  }
}
