import { createRoutes, type Route } from "./route.ts";

/** Finds paths that the values of an operation must not result in. */
export type FindShadow = (path: string) => string | undefined;

/**
 * A literal segment wins over a template, so `/leads/{leadId}` with the value `recent` is `/leads/recent`. The function
 * returns the source of a regular expression for the paths that a template cannot have, undefined if it can have any.
 */
export function createShadowFinder(paths: readonly string[]): FindShadow {
  const byLength = Map.groupBy(createRoutes(paths), ({ segments }) => segments.length);
  return (path) => {
    if (!path.includes("{")) return undefined;
    const routes = byLength.get(path.split("/").length) ?? [];
    const index = routes.findIndex((route) => route.path === path);
    const shadows = routes.slice(0, index).filter((before) => overlaps(before, routes[index] as Route));
    return shadows.length === 0 ? undefined : shadows.map(({ pattern }) => pattern).join("|");
  };
}

/** Whether a URL can match both paths. */
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
