import { DATA, MAPS } from "../openapi/fields.ts";
import { createCycleFinder } from "./find-cycles.ts";
import { locate } from "./leave-out/locate.ts";
import { outwards, splitPlace, toPlace, within } from "./leave-out/place.ts";
import type { SpecFiles } from "./leave-out/source-files.ts";

/** The place of an example that is a reference as a whole, by which the bundler replaces it. */
export interface ExampleReference {
  readonly place: string;
  readonly $ref: string;
}

/** Finds the examples whose references lead to what contains them, directly or by others: they have no end. */
export function findEndlessExamples(files: SpecFiles): ExampleReference[] {
  const examples = files.names.flatMap((file) => listExamples(files.read(file), toPlace(file, "#")));
  const targets = new Map(examples.map(({ place, $ref }) => [place, targetOf(files, place, $ref)]));
  const inside = new Map<string, string[]>();
  for (const { place } of examples)
    for (const outer of outwards(place)) inside.set(outer, [...(inside.get(outer) ?? []), place]);
  const isEndless = createCycleFinder((place) => inside.get(targets.get(place) ?? "") ?? []);
  return examples.filter(({ place }) => isEndless(place));
}

function listExamples(file: unknown, start: string): ExampleReference[] {
  const found: ExampleReference[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown, place: string, isNames: boolean): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      const { $ref } = Object(inner) as { $ref?: unknown };
      const isExample = !isNames && (key === "example" || key === "value");
      if (isExample && typeof $ref === "string") found.push({ place: within(place, key), $ref });
      const isData = DATA.has(key) && key !== "examples";
      if (isNames || !(isExample || isData)) visit(inner, within(place, key), !isNames && isMap(key));
    }
  };
  visit(file, start, false);
  return found;
}

function isMap(key: string): boolean {
  return MAPS.has(key) || key === "examples";
}

/** The place to which a reference leads, through those that it finds there; none if they lead back to themselves. */
function targetOf(files: SpecFiles, start: string, $ref: string): string {
  const seen = new Set<string>();
  let place = start;
  let reference: unknown = $ref;
  while (typeof reference === "string" && !seen.has(place)) {
    seen.add(place);
    const target = locate(files, files.resolve(splitPlace(place).file, reference));
    place = target.place;
    reference = Object(target.value).$ref;
  }
  return typeof reference === "string" ? "" : place;
}
