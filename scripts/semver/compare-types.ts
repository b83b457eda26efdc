import type { Change } from "./bump.ts";
import { consumer } from "./consumer.ts";
import { type FailedAssertion, findFailedAssertions } from "./find-failed-assertions.ts";
import type { Surface } from "./render-surface.ts";

/** The two documents of a comparison as types. */
export interface SurfacePair {
  readonly base: Surface;
  readonly next: Surface;
}

/**
 * The type changes for a TypeScript caller: code for `base` that `next` breaks, and code for `next` that
 * `base` could not compile. One list per pair; all pairs are compiled at once.
 */
export function compareTypes(pairs: readonly SurfacePair[]): Change[][] {
  const projects = pairs.flatMap(({ base, next }) => {
    // If generation rejects one of the two, both are compared by `paths` and `components` only.
    const named = base.operations !== undefined && next.operations !== undefined;
    const [before, after] = [consumer(base, named), consumer(next, named)];
    return [
      { files: next.files, named, assertions: before },
      { files: base.files, named, assertions: before },
      { files: base.files, named, assertions: after },
      { files: next.files, named, assertions: after },
    ];
  });
  const broken = findFailedAssertions(projects);
  return pairs.map((_, index) => {
    const [lost = [], lostAnyway = [], gained = [], gainedAnyway = []] = broken.slice(index * 4, index * 4 + 4);
    return [
      ...without(lost, lostAnyway).map(
        ({ subject, description, message }): Change => ({
          bump: "major",
          subject,
          reason: `${description} no longer compiles: ${message}`,
        }),
      ),
      ...without(gained, gainedAnyway).map(
        ({ subject, description }): Change => ({ bump: "minor", subject, reason: `${description} compiles now.` }),
      ),
    ];
  });
}

/** An assertion that fails against its own types indicates no change. */
function without(broken: readonly FailedAssertion[], anyway: readonly FailedAssertion[]): FailedAssertion[] {
  const failing = new Set(broken.map(({ code }) => code));
  const meaningless = new Set(anyway.map(({ code }) => code));
  return broken.filter(
    ({ code, dependsOn }) => !meaningless.has(code) && !(dependsOn !== undefined && failing.has(dependsOn)),
  );
}
