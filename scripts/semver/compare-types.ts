import type { Change } from "./bump.ts";
import { consumer } from "./consumer.ts";
import { type BrokenFact, findBrokenFacts } from "./find-broken-facts.ts";
import type { Surface } from "./render-surface.ts";

/** The two documents of a comparison as types. */
export interface SurfacePair {
  readonly base: Surface;
  readonly next: Surface;
}

/**
 * What a TypeScript caller notices: code written for `base` that `next` breaks, and code written for `next` that
 * `base` could not compile. One list per pair; all pairs are compiled at once.
 */
export function compareTypes(pairs: readonly SurfacePair[]): Change[][] {
  const projects = pairs.flatMap(({ base, next }) => {
    // Where the generator refuses one of the two, both are compared by `paths` and `components` alone.
    const named = base.operations !== undefined && next.operations !== undefined;
    const [before, after] = [consumer(base, named), consumer(next, named)];
    return [
      { files: next.files, named, facts: before },
      { files: base.files, named, facts: before },
      { files: base.files, named, facts: after },
      { files: next.files, named, facts: after },
    ];
  });
  const broken = findBrokenFacts(projects);
  return pairs.map((_, index) => {
    const [lost = [], lostAnyway = [], gained = [], gainedAnyway = []] = broken.slice(index * 4, index * 4 + 4);
    return [
      ...without(lost, lostAnyway).map(
        ({ subject, does, message }): Change => ({
          bump: "major",
          subject,
          reason: `${does} no longer compiles: ${message}`,
        }),
      ),
      ...without(gained, gainedAnyway).map(
        ({ subject, does }): Change => ({ bump: "minor", subject, reason: `${does} compiles now.` }),
      ),
    ];
  });
}

/** A statement that fails against the types it was written for says nothing about a change. */
function without(broken: readonly BrokenFact[], anyway: readonly BrokenFact[]): BrokenFact[] {
  const failing = new Set(broken.map(({ code }) => code));
  const meaningless = new Set(anyway.map(({ code }) => code));
  return broken.filter(
    ({ code, restsOn }) => !meaningless.has(code) && !(restsOn !== undefined && failing.has(restsOn)),
  );
}
