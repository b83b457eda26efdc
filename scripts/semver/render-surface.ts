import type { Document } from "../generate/document.ts";
import type { Operation } from "../generate/operation.ts";
import { readOperations } from "../generate/read-operations.ts";
import { renderInputs } from "../generate/render-inputs.ts";
import { renderMethods } from "../generate/render-methods.ts";
import { renderPaths } from "../generate/render-paths.ts";
import { renderSchemas } from "../generate/render-schemas.ts";
import { renderTable } from "../generate/render-table.ts";
import { SpecError } from "../generate/spec-error.ts";

/** The types that a document generates: what a caller compiles against. */
export interface Surface {
  readonly document: Document;
  readonly files: ReadonlyMap<string, string>;
  /** Undefined where there are no methods, since generation rejects an operation or a name: `paths` and `components` are left. */
  readonly operations: readonly Operation[] | undefined;
  /** What generation rejects, a sentence each. */
  readonly rejected: readonly string[];
}

export async function renderSurface(document: Document): Promise<Surface> {
  const rejected: string[] = [];
  const operations = await attempt(() => readOperations(document), rejected);
  const methods = operations && (await attempt(() => renderNames(document, operations), rejected));
  // No type depends on the server and the key, but without them there is no client.
  await attempt(() => renderTable(document, operations ?? []), rejected);
  const files = new Map([["paths.ts", await renderPaths(document)], ...(methods ?? [])]);
  return { document, files, operations: methods && operations, rejected };
}

async function renderNames(
  document: Document,
  operations: readonly Operation[],
): Promise<[name: string, text: string][]> {
  return [
    ["inputs.ts", await renderInputs(document, operations)],
    ["schemas.ts", renderSchemas(document, operations)],
    ["methods.ts", renderMethods(operations)],
  ];
}

async function attempt<Made>(make: () => Made | Promise<Made>, rejected: string[]): Promise<Made | undefined> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    rejected.push(...error.problems.map(({ sentence }) => sentence));
    return undefined;
  }
}
