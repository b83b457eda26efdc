import { valueAt } from "../../openapi/pointer.ts";
import { splitPlace, within } from "./place.ts";
import type { SourceFiles } from "./source-files.ts";

/** Where the value of a place is. */
export interface Located {
  readonly place: string;
  readonly value: unknown;
  /** The places of the references that led there, by which a key can be in another file. */
  readonly via: readonly string[];
}

export function locate(files: SourceFiles, place: string, outer: readonly string[] = []): Located {
  const { file, keys } = splitPlace(place);
  let at: Located = { place: `${file}#`, value: files.read(file), via: outer };
  for (const key of keys) {
    at = follow(files, at, key);
    at = { ...at, place: within(at.place, key), value: valueAt(at.value, [key]) };
  }
  return at;
}

/** The target of a reference that has a key which is not beside it. */
function follow(files: SourceFiles, at: Located, key: string): Located {
  const { $ref } = Object(at.value) as { $ref?: unknown };
  // A reference that leads back to itself leads nowhere.
  if (typeof $ref !== "string" || Object.hasOwn(Object(at.value), key) || at.via.includes(at.place)) return at;
  const target = locate(files, files.resolve(splitPlace(at.place).file, $ref), [...at.via, at.place]);
  return follow(files, target, key);
}

/** The keys of the object at a place; none of another value. */
export function keysAt(files: SourceFiles, place: string): string[] {
  const { value } = locate(files, place);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
