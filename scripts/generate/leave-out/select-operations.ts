import type { SpecIssue } from "../spec-error.ts";
import { createNeeds, type Needs } from "./create-needs.ts";
import type { ListedOperation } from "./list-operations.ts";
import { splitPlace } from "./place.ts";
import type { SourceFiles } from "./source-files.ts";

export interface PlacedIssue {
  readonly place: string;
  readonly issue: SpecIssue;
}

export interface RejectedOperation {
  /** Such as `GET /pets`. */
  readonly title: string;
  readonly issues: readonly SpecIssue[];
}

export interface Selection {
  readonly kept: readonly ListedOperation[];
  readonly rejected: readonly (ListedOperation & RejectedOperation)[];
  /** Every place that a kept operation needs. */
  readonly needed: ReadonlySet<string>;
  /** The issues of parts that no operation needs. */
  readonly others: readonly PlacedIssue[];
  /** The issues of the whole document. */
  readonly required: readonly PlacedIssue[];
}

/** What nothing can be generated without, as the first two keys of a place. */
const REQUIRED = new Set(["", "openapi", "info", "info/title", "info/version", "servers", "paths"]);

/** Rejects each operation that needs a place with an issue, or a part of an operation that is rejected. */
export function selectOperations(
  files: SourceFiles,
  operations: readonly ListedOperation[],
  issues: readonly PlacedIssue[],
): Selection {
  const needs = createNeeds(
    files,
    operations.flatMap((operation) => operation.needs),
  );
  const found = new Map<ListedOperation, SpecIssue[]>();
  const others: PlacedIssue[] = [];
  const required: PlacedIssue[] = [];
  for (const one of issues) {
    const dependents = needs.dependentsOn(needs.around(one.place));
    const affected = operations.filter((operation) => operation.needs.some((place) => dependents.has(place)));
    for (const operation of affected) found.set(operation, [...(found.get(operation) ?? []), one.issue]);
    if (affected.length > 0) continue;
    if (isRequired(files, one)) required.push(one);
    else others.push(one);
  }
  const affected = operations.flatMap((operation) => {
    const own = found.get(operation);
    return own === undefined ? [] : [{ ...operation, issues: own }];
  });
  const rejected = [...affected, ...findDependents(needs, operations, affected)];
  const kept = operations.filter(({ title }) => !rejected.some((one) => one.title === title));
  return { kept, rejected, needed: needs.of(kept.flatMap((operation) => operation.needs)), others, required };
}

/** Whether an issue is about the whole document. */
function isRequired({ root }: SourceFiles, { place }: PlacedIssue): boolean {
  const { file, keys } = splitPlace(place);
  return file === root && REQUIRED.has((keys[0] === "info" ? keys.slice(0, 2) : keys).join("/"));
}

/** The operations that need a part of one that is left out, directly or not. */
function findDependents(
  needs: Needs,
  operations: readonly ListedOperation[],
  affected: readonly ListedOperation[],
): (ListedOperation & RejectedOperation)[] {
  const found: (ListedOperation & RejectedOperation)[] = [];
  const missing = [...affected];
  const titles = new Set(missing.map(({ title }) => title));
  // The list grows while it is read, since others can need a part of what it gets.
  for (const { place, title } of missing) {
    const dependents = needs.dependentsOn(needs.inside(place));
    for (const operation of operations) {
      const isDependent = operation.needs.some((one) => dependents.has(one));
      if (!isDependent || titles.has(operation.title)) continue;
      const message = `${operation.title} refers to a part of ${title}, which is left out; move that part to components.`;
      titles.add(operation.title);
      missing.push(operation);
      found.push({ ...operation, issues: [{ pointer: operation.pointer, message }] });
    }
  }
  return found;
}
