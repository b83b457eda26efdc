import type { Document } from "../openapi/document.ts";
import { BUMPS, type Bump, type Change, isBelow, largest } from "./bump.ts";
import { compareTypes, type SurfacePair } from "./compare-types.ts";
import { diffDocuments } from "./diff-documents.ts";
import { renderSurface, type Surface, withoutMethods } from "./render-surface.ts";

export interface Verdict {
  readonly bump: Bump;
  /** One per place in the contract, the largest bump first. */
  readonly changes: readonly Change[];
  readonly rejections: readonly Rejection[];
}

/** A document that generation rejects, so that no release can come from it. */
export interface Rejection {
  readonly document: "base" | "next";
  /** Sentences. */
  readonly reasons: readonly string[];
  /** Whether it has methods nevertheless. If one of the two has none, only `paths` and `components` are compared. */
  readonly hasMethods: boolean;
}

/** The bump that the change from `base` to `next` requires for TypeScript callers. */
export async function compare(base: Document, next: Document): Promise<Verdict> {
  const [verdict] = await compareAll([[base, next]]);
  return verdict as Verdict;
}

/** As `compare`, for many pairs in one run of Redocly and one compilation. */
export async function compareAll(pairs: readonly (readonly [base: Document, next: Document])[]): Promise<Verdict[]> {
  const [found, surfaces] = await Promise.all([diffDocuments(pairs), renderPairs(pairs)]);
  const typeChanges = compareTypes(surfaces);
  return surfaces.map(({ base, next }, index) => {
    const changes = onePerSubject([...(found[index] ?? []), ...(typeChanges[index] ?? [])]);
    const rejections = [...rejectionOf("base", base), ...rejectionOf("next", next)];
    return { bump: largest(changes.map(({ bump }) => bump)), changes, rejections };
  });
}

/** A document of several pairs is rendered once. */
async function renderPairs(pairs: readonly (readonly [base: Document, next: Document])[]): Promise<SurfacePair[]> {
  const rendered = new Map<Document, Surface>();
  for (const document of new Set(pairs.flat())) rendered.set(document, await renderSurface(document));
  return Promise.all(
    pairs.map(async ([base, next]) => {
      // Both were rendered above.
      const pair = { base: rendered.get(base), next: rendered.get(next) } as SurfacePair;
      if (pair.base.operations !== undefined && pair.next.operations !== undefined) return pair;
      return { base: await withoutMethods(pair.base), next: await withoutMethods(pair.next) };
    }),
  );
}

function rejectionOf(document: Rejection["document"], { rejected, operations }: Surface): Rejection[] {
  return rejected.length === 0 ? [] : [{ document, reasons: rejected, hasMethods: operations !== undefined }];
}

/** One sentence can come from several places, such as the alternatives of a union. */
function onePerSubject(changes: readonly Change[]): Change[] {
  const gravest = new Map<string, Change>();
  for (const change of changes) {
    const known = gravest.get(change.subject);
    if (known === undefined || isBelow(known.bump, change.bump)) gravest.set(change.subject, change);
  }
  const sorted = [...gravest.values()].sort((one, other) => BUMPS.indexOf(other.bump) - BUMPS.indexOf(one.bump));
  return sorted.filter(({ reason }, index) => sorted.findIndex((change) => change.reason === reason) === index);
}
