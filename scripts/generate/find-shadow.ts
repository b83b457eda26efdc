/**
 * A literal segment goes before a template, so `/leads/{leadId}` with the value `recent` is `/leads/recent`. Returns the
 * source of a regular expression for the paths that a template cannot have; undefined where it can have any.
 */
export function findShadow(path: string, paths: readonly string[]): string | undefined {
  const shadows = paths.filter((other) => other !== path && rank(other) > rank(path) && overlaps(path, other));
  return shadows.length === 0 ? undefined : `^(?:${shadows.map(toPattern).join("|")})$`;
}

function toPattern(path: string): string {
  const parts = path.split(/\{[^}]*\}/);
  return parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^|]/g, "\\$&")).join("[^/]+");
}

/** As `matchOperation` of packages/types orders paths. */
function rank(path: string): string {
  const rankOf = (segment: string): string => {
    const literal = segment.replace(/\{[^}]*\}/, "");
    return literal === segment ? "literal" : String(literal.length).padStart(4, "0");
  };
  return path.split("/").map(rankOf).join();
}

/** Whether some URL has both paths. */
function overlaps(one: string, other: string): boolean {
  const left = one.split("/");
  const right = other.split("/");
  return left.length === right.length && left.every((segment, index) => mayEqual(segment, right[index] ?? ""));
}

function mayEqual(one: string, other: string): boolean {
  if (!one.includes("{") || !other.includes("{")) {
    const [template, literal] = one.includes("{") ? [one, other] : [other, one];
    return template.includes("{") ? new RegExp(`^${toPattern(template)}$`).test(literal) : one === other;
  }
  const [before = "", after = ""] = one.split(/\{[^}]*\}/);
  const [prefix = "", suffix = ""] = other.split(/\{[^}]*\}/);
  const isNested = (a: string, b: string, from: "startsWith" | "endsWith"): boolean => a[from](b) || b[from](a);
  return isNested(before, prefix, "startsWith") && isNested(after, suffix, "endsWith");
}
