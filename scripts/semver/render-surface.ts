import type { Node } from "typescript";
import type { Operation } from "../generate/operation.ts";
import { collectPlan, type Plan } from "../generate/plan.ts";
import { renderInputs } from "../generate/render-inputs.ts";
import { renderMethods } from "../generate/render-methods.ts";
import { renderPaths } from "../generate/render-paths.ts";
import { renderSchemas } from "../generate/render-schemas.ts";
import { toTypescript } from "../generate/to-typescript.ts";
import { withoutReferringExtensions } from "../generate/without-extensions.ts";
import type { Document } from "../openapi/document.ts";

/** The types that are generated from a document. */
export interface Surface {
  readonly document: Document;
  /** The document with the names of the types: those of inline schemas, and others for names that are reserved. */
  readonly prepared: Document;
  readonly files: ReadonlyMap<string, string>;
  /** Undefined without methods, if generation rejects an operation or a name; `paths` and `components` remain. */
  readonly operations: readonly Operation[] | undefined;
  /** The messages of generation's rejections. */
  readonly rejected: readonly string[];
}

export async function renderSurface(document: Document): Promise<Surface> {
  const { plan, issues, accessIssues } = collectPlan(document);
  const isWhole = issues.length === 0;
  const nodes = await toTypescript(isWhole ? plan.document : withoutReferringExtensions(document));
  const files = new Map([["paths.ts", await renderPaths(nodes)], ...(isWhole ? await renderNames(plan, nodes) : [])]);
  const rejected = [...issues, ...accessIssues].map(({ message }) => message);
  return { document, prepared: plan.document, files, operations: isWhole ? plan.operations : undefined, rejected };
}

/** The same with the names in the document, for comparison with one that has no methods, in which no name is changed. */
export async function withoutMethods(surface: Surface): Promise<Surface> {
  if (surface.operations === undefined) return surface;
  const nodes = await toTypescript(withoutReferringExtensions(surface.document));
  const files = new Map([["paths.ts", await renderPaths(nodes)]]);
  return { ...surface, files, operations: undefined };
}

async function renderNames(
  { document, operations }: Plan,
  nodes: readonly Node[],
): Promise<[name: string, text: string][]> {
  return [
    ["inputs.ts", await renderInputs(document, operations, nodes)],
    ["schemas.ts", renderSchemas(document, operations)],
    ["methods.ts", renderMethods(operations)],
  ];
}
