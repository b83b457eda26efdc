import { referencesIn } from "../../openapi/references.ts";
import { locate } from "./locate.ts";
import { isWithin, outwards, splitPlace, within } from "./place.ts";
import type { SourceFiles } from "./source-files.ts";

/** What the places of a document need of each other, by references. */
export interface Needs {
  /** These places, and each that they refer to, directly or not. */
  of(places: readonly string[]): Set<string>;
  /** The needed places that are in a place. */
  inside(place: string): readonly string[];
  /** The same, and the needed places that contain it. */
  around(place: string): readonly string[];
  /** These places, and each that refers to one of them, directly or not. */
  dependentsOn(places: readonly string[]): Set<string>;
}

/** Each place is read once, however many others need it. */
export function createNeeds(files: SourceFiles, starts: readonly string[]): Needs {
  const targets = new Map<string, readonly string[]>();
  const targetsOf = (place: string): readonly string[] => {
    const known = targets.get(place) ?? findTargets(files, place);
    targets.set(place, known);
    return known;
  };
  const of = (places: readonly string[]): Set<string> => {
    const found = new Set(places);
    // The set grows while it is read.
    for (const place of found) for (const target of targetsOf(place)) found.add(target);
    return found;
  };
  const all = of(starts);
  const uses = [...all].flatMap((source) => targetsOf(source).map((target) => ({ source, target })));
  const sources = Map.groupBy(uses, ({ target }) => target);
  const nested = [...all].flatMap((place) => outwards(place).map((outer) => ({ place, outer })));
  const inner = Map.groupBy(nested, ({ outer }) => outer);
  const inside = (outer: string): string[] => (inner.get(outer) ?? []).map(({ place }) => place);
  return {
    of,
    inside,
    around: (place) => [...outwards(place).filter((outer) => all.has(outer)), ...inside(place)],
    dependentsOn(places) {
      const found = new Set(places);
      for (const one of found) for (const { source } of sources.get(one) ?? []) found.add(source);
      return found;
    },
  };
}

function findTargets(files: SourceFiles, place: string): string[] {
  const { file } = splitPlace(place);
  return referencesIn(locate(files, place).value).flatMap((reference) => {
    const target = locate(files, files.resolve(file, reference));
    return [target.place, ...target.via, ...componentOf(files, target.place)];
  });
}

/** The component of the document that contains a place, which is kept or left out as a whole. */
function componentOf({ root }: SourceFiles, place: string): string[] {
  if (!isWithin(place, `${root}#/components`)) return [];
  const [, section, name] = splitPlace(place).keys;
  return section === undefined || name === undefined ? [] : [within(within(`${root}#/components`, section), name)];
}
