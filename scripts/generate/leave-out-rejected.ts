import type { Document, PathItem } from "../openapi/document.ts";
import type { LeftOut } from "./leave-out/leave-out-invalid.ts";
import { listOperations } from "./leave-out/list-operations.ts";
import { toPlace } from "./leave-out/place.ts";
import { prune } from "./leave-out/prune.ts";
import { type RejectedOperation, selectOperations } from "./leave-out/select-operations.ts";
import { inOneFile } from "./leave-out/source-files.ts";
import { collectPlan, type Plan } from "./plan.ts";
import { inlinePathItems } from "./prepare/inline-path-items.ts";
import { SpecError, type SpecIssue } from "./spec-error.ts";
import { withoutReferringExtensions } from "./without-extensions.ts";

/** The document without unsupported operations. */
export interface Remainder extends LeftOut {
  readonly document: Document;
  /** Undefined if no operation remains, or with issues of the whole document. */
  readonly plan: Plan | undefined;
  /** Those of the whole document, such as of its server. */
  readonly issues: readonly SpecIssue[];
}

/** Leaves out each operation that has an issue, or that needs a component with an issue or a part of one left out. */
export function leaveOutRejected(given: Document): Remainder {
  const document = copy(inlinePathItems(withoutReferringExtensions(given)));
  const files = inOneFile(document);
  const operationCount = listOperations(files).length;
  const rejected: RejectedOperation[] = [];
  const others: SpecIssue[] = [];
  let collected = collect(document);
  if (collected.issues.length === 0) return { document: given, ...collected, operationCount, rejected, others };
  let before = Number.POSITIVE_INFINITY;
  while (collected.issues.length > 0) {
    const placed = collected.issues.map((issue) => ({ place: toPlace(files.root, issue.pointer ?? "#"), issue }));
    const selection = selectOperations(files, listOperations(files), placed);
    // Only those of the whole document remain.
    if (selection.rejected.length === 0 && placed.length >= before) break;
    before = placed.length;
    prune(files, selection);
    rejected.push(...selection.rejected);
    others.push(...selection.others.map(({ issue }) => issue));
    // What remains can have other issues, such as the option of another security scheme.
    const isEmpty = selection.rejected.length > 0 && selection.kept.length === 0;
    collected = isEmpty ? { plan: undefined, issues: [] } : collect(document);
  }
  return { document, ...collected, operationCount, rejected, others };
}

interface Collected {
  readonly plan: Plan | undefined;
  readonly issues: readonly SpecIssue[];
}

function collect(document: Document): Collected {
  try {
    const { plan, issues, accessIssues } = collectPlan(document);
    const all = [...issues, ...accessIssues];
    return { plan: all.length === 0 ? plan : undefined, issues: all };
  } catch (error) {
    if (error instanceof SpecError) return { plan: undefined, issues: error.issues };
    throw error;
  }
}

/** A copy of the objects of which parts can be left out. */
function copy(document: Document): Document {
  const paths = Object.entries(document.paths).map(([path, item]) => [path, { ...item }] as [string, PathItem]);
  const sections = Object.entries(document.components ?? {}).map(([name, section]) => [name, { ...section }] as const);
  return {
    ...document,
    ...(document.info && { info: { ...document.info } }),
    ...(document.components && { components: Object.fromEntries(sections) }),
    paths: Object.fromEntries(paths),
  };
}
