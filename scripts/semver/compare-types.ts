import type { Change } from "./bump.ts";
import { consumer } from "./consumer.ts";
import { type FailedAssertion, findFailedAssertions, type Project } from "./find-failed-assertions.ts";
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
  const ownProject = rememberProjects();
  const projects = pairs.map(({ base, next }) => {
    // If generation rejects one of the two, both are compared by `paths` and `components` only.
    const named = base.operations !== undefined && next.operations !== undefined;
    const [before, after] = [ownProject(base, named), ownProject(next, named)];
    return { lost: { ...before, files: next.files }, before, gained: { ...after, files: base.files }, after };
  });
  const unique = [...new Set(projects.flatMap((four) => Object.values(four)))];
  const failed = findFailedAssertions(unique);
  const failedIn = new Map(unique.map((project, index) => [project, failed[index] ?? []]));
  return projects.map((four) => {
    const [lost, lostAnyway] = [failedIn.get(four.lost) ?? [], failedIn.get(four.before) ?? []];
    const [gained, gainedAnyway] = [failedIn.get(four.gained) ?? [], failedIn.get(four.after) ?? []];
    return [
      ...without(lost, lostAnyway).map(
        ({ subject, description, message }): Change => ({
          bump: "major",
          subject,
          reason: `${description} no longer compiles: ${message}`,
        }),
      ),
      ...without(gained, gainedAnyway).map(
        ({ subject, description, news = `${description} compiles now.` }): Change => ({
          bump: "minor",
          subject,
          reason: news,
        }),
      ),
    ];
  });
}

/** The project of a surface against its own types, which is the same in every pair. */
function rememberProjects(): (surface: Surface, named: boolean) => Project {
  const known = { named: new Map<Surface, Project>(), unnamed: new Map<Surface, Project>() };
  return (surface, named) => {
    const projects = known[named ? "named" : "unnamed"];
    const project = projects.get(surface) ?? { files: surface.files, named, assertions: consumer(surface, named) };
    projects.set(surface, project);
    return project;
  };
}

/** An assertion that fails against its own types indicates no change. */
function without(broken: readonly FailedAssertion[], anyway: readonly FailedAssertion[]): FailedAssertion[] {
  const failing = new Set(broken.map(({ code }) => code));
  const meaningless = new Set(anyway.map(({ code }) => code));
  return broken.filter(
    ({ code, dependsOn }) => !meaningless.has(code) && !(dependsOn !== undefined && failing.has(dependsOn)),
  );
}
