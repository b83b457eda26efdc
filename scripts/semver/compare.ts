import type { Document } from "../openapi/document.ts";
import { BUMPS, type Bump, type Change, isBelow, largest } from "./bump.ts";
import { compareTypes, type SurfacePair } from "./compare-types.ts";
import { diffDocuments } from "./diff-documents.ts";
import { renderSurface, type Surface, withoutMethods } from "./render-surface.ts";

/** Each comparison is a process. */
const AT_ONCE = 4;

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

/** As `compare`, for many pairs in one compilation. */
export async function compareAll(pairs: readonly (readonly [base: Document, next: Document])[]): Promise<Verdict[]> {
  const found: Change[][] = [];
  const surfaces: SurfacePair[] = [];
  const rest = pairs.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, [base, next]] of rest) {
        found[index] = await diffDocuments(base, next);
        surfaces[index] = await renderPair(base, next);
      }
    }),
  );
  const typeChanges = compareTypes(surfaces);
  return surfaces.map(({ base, next }, index) => {
    const changes = onePerSubject([...(found[index] ?? []), ...(typeChanges[index] ?? [])]);
    const rejections = [...rejectionOf("base", base), ...rejectionOf("next", next)];
    return { bump: largest(changes.map(({ bump }) => bump)), changes, rejections };
  });
}

async function renderPair(base: Document, next: Document): Promise<SurfacePair> {
  const pair = { base: await renderSurface(base), next: await renderSurface(next) };
  if (pair.base.operations !== undefined && pair.next.operations !== undefined) return pair;
  return { base: await withoutMethods(pair.base), next: await withoutMethods(pair.next) };
}

function rejectionOf(document: Rejection["document"], { rejected, operations }: Surface): Rejection[] {
  return rejected.length === 0 ? [] : [{ document, reasons: rejected, hasMethods: operations !== undefined }];
}

function onePerSubject(changes: readonly Change[]): Change[] {
  const gravest = new Map<string, Change>();
  for (const change of changes) {
    const known = gravest.get(change.subject);
    if (known === undefined || isBelow(known.bump, change.bump)) gravest.set(change.subject, change);
  }
  return [...gravest.values()].sort((one, other) => BUMPS.indexOf(other.bump) - BUMPS.indexOf(one.bump));
}
