/** A path of the contract, and the pattern that matches it in a URL. */
export interface Route {
  readonly path: string;
  readonly segments: readonly string[];
  /** The names of the parameters, in the order of the groups of the pattern. */
  readonly keys: readonly string[];
  /** The source of a regular expression. */
  readonly pattern: string;
}

/** The routes in the order in which they match: a literal segment before a template, more literal text before less. */
export function createRoutes(paths: readonly string[]): Route[] {
  const ranked = paths.map((path) => ({ path, rank: path.split("/").map(rankOf).join() }));
  // Sorting is stable, so of two with the same amount of literal text the earlier one stays first.
  const sorted = ranked.sort((one, other) => Number(one.rank < other.rank) - Number(one.rank > other.rank));
  return sorted.map(({ path }) => createRoute(path));
}

function createRoute(path: string): Route {
  // The parts at odd indexes are names of parameters.
  const parts = path.split(/[{}]/);
  const pattern = parts.map((part, index) => (index % 2 ? "([^/]+)" : escapeLiteral(part))).join("");
  return { path, segments: path.split("/"), keys: parts.filter((_, index) => index % 2), pattern: `^${pattern}$` };
}

function rankOf(segment: string): string {
  const literal = segment.replace(/\{[^}]*\}/, "");
  return literal === segment ? "literal" : String(literal.length).padStart(4, "0");
}

function escapeLiteral(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^|]/g, "\\$&");
}
