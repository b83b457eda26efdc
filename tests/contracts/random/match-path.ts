/** A path of the contract and the value of each template. */
export interface Matched {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Finds the path of a URL: segment by segment, the one with more literal text wins, then the earlier one. */
export function matchPath(pathname: string, paths: readonly string[]): Matched | undefined {
  const given = pathname.split("/");
  let candidates = paths
    .map((path) => ({ path, segments: path.split("/").map(readSegment) }))
    .filter(({ segments }) => segments.length === given.length)
    .filter(({ segments }) => segments.every((segment, index) => matches(segment, given[index] ?? "")));
  for (const index of given.keys()) {
    const best = Math.max(...candidates.map(({ segments }) => weigh(segments[index])));
    candidates = candidates.filter(({ segments }) => weigh(segments[index]) === best);
  }
  const [found] = candidates;
  if (found === undefined) return undefined;
  const values = found.segments.flatMap(({ before, name, after }, index) => {
    const text = given[index] ?? "";
    return name === undefined
      ? []
      : [[name, decodeURIComponent(text.slice(before.length, text.length - after.length))]];
  });
  return { path: found.path, values: Object.fromEntries(values) };
}

interface Segment {
  readonly before: string;
  /** Undefined for a literal segment. */
  readonly name: string | undefined;
  readonly after: string;
}

function readSegment(text: string): Segment {
  const open = text.indexOf("{");
  if (open === -1) return { before: text, name: undefined, after: "" };
  const close = text.indexOf("}");
  return { before: text.slice(0, open), name: text.slice(open + 1, close), after: text.slice(close + 1) };
}

function matches({ before, name, after }: Segment, text: string): boolean {
  if (name === undefined) return text === before;
  return text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length;
}

function weigh(segment: Segment | undefined): number {
  if (segment === undefined) return -1;
  return segment.name === undefined ? Number.POSITIVE_INFINITY : segment.before.length + segment.after.length;
}
