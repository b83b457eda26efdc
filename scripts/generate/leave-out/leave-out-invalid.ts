import type { BaseResolver } from "@redocly/openapi-core";
import { findUnreadable } from "../find-unreadable.ts";
import { findLintIssues } from "../lint.ts";
import { SpecError, type SpecIssue } from "../spec-error.ts";
import { listOperations } from "./list-operations.ts";
import { prune } from "./prune.ts";
import { type PlacedIssue, type RejectedOperation, selectOperations } from "./select-operations.ts";
import { readSourceFiles } from "./source-files.ts";

/** What is left out of a document, and why. */
export interface LeftOut {
  /** Of the document before. */
  readonly operationCount: number;
  readonly rejected: readonly RejectedOperation[];
  /** The issues of parts that no operation needs. */
  readonly others: readonly SpecIssue[];
}

/**
 * Removes from the files that a resolver has parsed each operation that the tools of generation cannot read, and all that
 * no other operation needs. Throws a `SpecError` if there is no document.
 */
export async function leaveOutInvalid(specDir: string, resolver: BaseResolver): Promise<LeftOut> {
  const files = await readSourceFiles(resolver, specDir);
  const operationCount = listOperations(files).length;
  const rejected: RejectedOperation[] = [];
  const others: SpecIssue[] = [];
  const leaveOut = (issues: readonly PlacedIssue[]): void => {
    if (issues.length === 0) return;
    const selection = selectOperations(files, listOperations(files), issues);
    if (selection.required.length > 0) throw new SpecError(selection.required.map(({ issue }) => issue));
    prune(files, selection);
    rejected.push(...selection.rejected);
    others.push(...selection.others.map(({ issue }) => issue));
  };
  // The lint itself cannot read a document with one of these.
  leaveOut(findUnreadable(files));
  leaveOut(await findLintIssues(specDir, resolver));
  return { operationCount, rejected, others };
}
