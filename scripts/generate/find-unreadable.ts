import { toPointer, valueAt } from "../openapi/pointer.ts";
import { splitPlace, toPlace } from "./leave-out/place.ts";
import type { PlacedIssue } from "./leave-out/select-operations.ts";
import type { SpecFiles } from "./leave-out/source-files.ts";
import { describeUnusable, findUnusableKeys } from "./unusable-keys.ts";

/** A place in a file, and why the tools of generation cannot read it. */
type Suspect = readonly [place: string, message: string];

/**
 * What makes the tools of generation crash without a line: names that every object has, and aliases and references that
 * lead back to themselves or are no URIs.
 */
export function findUnreadable(files: SpecFiles): PlacedIssue[] {
  const suspects = [
    ...files.names.flatMap((file) => findNames(files, file)),
    ...files.names.flatMap((file) => findCircles(files, file)),
  ];
  return suspects.map(([place, message]) => ({ place, issue: { ...files.positionOf(place), message } }));
}

function findNames(files: SpecFiles, file: string): Suspect[] {
  return findUnusableKeys(files.read(file)).map((keys) => [
    toPlace(file, toPointer(keys)),
    describeUnusable(keys.at(-1) ?? ""),
  ]);
}

function findCircles(files: SpecFiles, file: string): Suspect[] {
  const { aliases, references } = listSuspects(file, files.read(file));
  return [
    ...aliases.map((place): Suspect => [place, "The value contains itself by an alias; write a $ref instead."]),
    ...references
      .filter(({ $ref }) => !isUri($ref))
      .map(({ place, $ref }): Suspect => [place, `The $ref ${$ref} has a % that encodes nothing; write %25.`]),
    ...references
      .filter((found) => leadsBack(files, found))
      .map(({ place, $ref }): Suspect => [place, `The $ref ${$ref} leads back to itself; correct it.`]),
  ];
}

/** Whether each percent sign encodes a character. */
function isUri(reference: string): boolean {
  try {
    return decodeURIComponent(reference) !== undefined;
  } catch {
    return false;
  }
}

interface FoundReference {
  readonly place: string;
  readonly $ref: string;
}

/** Every reference of a file, and the places of values that contain themselves. */
function listSuspects(file: string, parsed: unknown): { aliases: string[]; references: FoundReference[] } {
  const aliases: string[] = [];
  const references: FoundReference[] = [];
  const open = new Set<object>();
  const done = new Set<object>();
  const keys: string[] = [];
  const place = (): string => toPlace(file, toPointer(keys));
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || done.has(value)) return;
    if (open.has(value)) return void aliases.push(place());
    const { $ref } = value as { $ref?: unknown };
    if (typeof $ref === "string") references.push({ place: place(), $ref });
    open.add(value);
    for (const [key, inner] of Object.entries(value)) {
      keys.push(key);
      visit(inner);
      keys.pop();
    }
    open.delete(value);
    done.add(value);
  };
  visit(parsed);
  return { aliases, references };
}

/** Whether a reference leads to its own place, directly or by others. */
function leadsBack(files: SpecFiles, { place: start, $ref }: FoundReference): boolean {
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
