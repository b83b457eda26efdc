import { valueAt } from "../openapi/pointer.ts";
import { FileResolver } from "./file-resolver.ts";
import { findEndlessExamples } from "./find-endless-examples.ts";
import { splitPlace, toPlace, within } from "./leave-out/place.ts";
import type { PlacedIssue } from "./leave-out/select-operations.ts";
import { readSourceFiles, type SpecFiles } from "./leave-out/source-files.ts";
import { SpecError } from "./spec-error.ts";
import { findUnusableKeys } from "./unusable-keys.ts";

/** A place in a file, and why the tools of generation cannot read it. */
type Suspect = readonly [place: string, message: string];

const ENDLESS = "is replaced by its target, which contains this example; write another value.";

/**
 * What makes the tools of generation crash without a line: names that every object has, and aliases and references that
 * lead back to themselves, to what contains them, through null, or are no URIs.
 */
export function findUnreadable(files: SpecFiles): PlacedIssue[] {
  const suspects = [
    ...files.names.flatMap((file) =>
      findUnusableKeys(files.read(file)).map(({ pointer, message }): Suspect => [toPlace(file, pointer), message]),
    ),
    ...files.names.flatMap((file) => findCircles(files, file)),
    ...findEndlessExamples(files).map(({ place, $ref }): Suspect => [place, `The $ref ${$ref} ${ENDLESS}`]),
  ];
  return suspects.map(([place, message]) => ({ place, issue: { ...files.positionOf(place), message } }));
}

/** Throws a `SpecError` with what makes the tools of generation crash, or run without an end. */
export async function assertReadable(specDir: string): Promise<void> {
  const unreadable = findUnreadable(await readSourceFiles(new FileResolver(), specDir));
  if (unreadable.length > 0) throw new SpecError(unreadable.map(({ issue }) => issue));
}

function findCircles(files: SpecFiles, file: string): Suspect[] {
  const suspects: Suspect[] = [];
  const open = new Set<object>();
  const done = new Set<object>();
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== "object" || value === null || done.has(value)) return;
    if (open.has(value))
      return void suspects.push([place, "The value contains itself by an alias; write a $ref instead."]);
    const { $ref } = value as { $ref?: unknown };
    const reason = typeof $ref === "string" ? whyUnreadable(files, place, $ref) : undefined;
    if (reason !== undefined) suspects.push([place, `The $ref ${$ref} ${reason}`]);
    open.add(value);
    for (const [key, inner] of Object.entries(value)) visit(inner, within(place, key));
    open.delete(value);
    done.add(value);
  };
  visit(files.read(file), toPlace(file, "#"));
  return suspects;
}

function whyUnreadable(files: SpecFiles, place: string, $ref: string): string | undefined {
  if (!isUri($ref)) return "has a % that encodes nothing; write %25.";
  if (leadsThroughNull(files, place, $ref)) return "leads through a key without a value; correct one of the two.";
  return leadsBack(files, place, $ref) ? "leads back to itself; correct it." : undefined;
}

/** Whether each percent sign encodes a character. */
function isUri(reference: string): boolean {
  try {
    return decodeURIComponent(reference) !== undefined;
  } catch {
    return false;
  }
}

function leadsThroughNull(files: SpecFiles, start: string, $ref: string): boolean {
  const { file, keys } = splitPlace(files.resolve(splitPlace(start).file, $ref));
  return keys.some((_, index) => valueAt(files.read(file), keys.slice(0, index)) === null);
}

/** Whether a reference leads to its own place, directly or by others. */
function leadsBack(files: SpecFiles, start: string, $ref: string): boolean {
  const seen = new Set<string>();
  let reference: unknown = $ref;
  let { file } = splitPlace(start);
  while (typeof reference === "string") {
    const place = files.resolve(file, reference);
    if (place === start) return true;
    if (seen.has(place)) return false;
    seen.add(place);
    const target = splitPlace(place);
    file = target.file;
    reference = Object(valueAt(files.read(file), target.keys)).$ref;
  }
  return false;
}
