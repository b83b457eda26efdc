/** Finds what the paths of an operation must not become. */
export type FindShadow = (path: string) => string | undefined;

interface Route {
  readonly path: string;
  readonly index: number;
  readonly segments: readonly string[];
  readonly rank: string;
}

/**
 * A literal segment wins over a template, so `/leads/{leadId}` with the value `recent` is `/leads/recent`. What is made
 * returns the source of a regular expression for the paths that a template cannot have, undefined where it can have any.
 */
export function createShadowFinder(paths: readonly string[]): FindShadow {
  const routes = new Map(paths.map((path, index) => [path, createRoute(path, index)]));
  const byLength = new Map<number, Route[]>();
  for (const route of routes.values())
    byLength.set(route.segments.length, [...(byLength.get(route.segments.length) ?? []), route]);
  return (path) => {
    const route = routes.get(path);
    if (!route || !path.includes("{")) return undefined;
    const shadows = byLength
      .get(route.segments.length)
      ?.filter((other) => overlaps(route, other) && goesFirst(other, route));
    return shadows?.length ? `^(?:${shadows.map((other) => toPattern(other.path)).join("|")})$` : undefined;
  };
}

function createRoute(path: string, index: number): Route {
  const segments = path.split("/");
  return { path, index, segments, rank: segments.map(rankOf).join() };
}

/** Of two with as much literal text it is the earlier one. */
function goesFirst(one: Route, other: Route): boolean {
  return one.rank > other.rank || (one.rank === other.rank && one.index < other.index);
}

/** As `matchOperation` of packages/types orders paths. */
function rankOf(segment: string): string {
  const literal = segment.replace(/\{[^}]*\}/, "");
  return literal === segment ? "literal" : String(literal.length).padStart(4, "0");
}

function toPattern(path: string): string {
  const literals = path.split(/\{[^}]*\}/);
  return literals.map((literal) => literal.replaceAll(/[$()*+.?[\\\]^|]/g, "\\$&")).join("[^/]+");
}

/** Whether some URL has both paths. */
function overlaps(one: Route, other: Route): boolean {
  return one.segments.every((segment, index) => mayEqual(segment, other.segments[index] ?? ""));
}

function mayEqual(one: string, other: string): boolean {
  if (!one.includes("{") && !other.includes("{")) return one === other;
  if (!one.includes("{")) return matches(other, one);
  if (!other.includes("{")) return matches(one, other);
  const [before = "", after = ""] = one.split(/\{[^}]*\}/);
  const [prefix = "", suffix = ""] = other.split(/\{[^}]*\}/);
  return (before.startsWith(prefix) || prefix.startsWith(before)) && (after.endsWith(suffix) || suffix.endsWith(after));
}

function matches(template: string, literal: string): boolean {
  const [before = "", after = ""] = template.split(/\{[^}]*\}/);
  return literal.length > before.length + after.length && literal.startsWith(before) && literal.endsWith(after);
}
