import type { Document } from "../openapi/document.ts";
import type { Reach } from "../openapi/reach.ts";
import type { Bump } from "./bump.ts";
import { describePointer } from "./describe-pointer.ts";

/** One difference between two documents, as `redocly diff --format json` reports it. */
export interface RedoclyDifference {
  readonly kind: "added" | "removed" | "modified";
  /** The pointer of its first occurrence, through references. */
  readonly path: string;
  readonly typeName: string;
  readonly impact: Exclude<Bump, "none">;
  readonly property?: string;
  /** Empty if Redocly finds no breaking change. */
  readonly verdicts: readonly { readonly message: string }[];
  readonly base?: Side;
  readonly revision?: Side;
}

interface Side {
  readonly pointer: string;
  readonly value?: unknown;
}

/** A difference and its place in the contract. */
export interface Difference extends RedoclyDifference {
  /** The pointer without the property that differs. */
  readonly pointer: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly inRequest: boolean;
  readonly inResponse: boolean;
  /** Whether it is within a component that `not` excludes. */
  readonly isExcluded: boolean;
  readonly next: Document;
}

/** The bump that a difference requires, the sentence on it, and the subject if it is not that of the difference. */
export type Rated = readonly [bump: Bump, reason: string, subject?: string];

/** Rates a difference; undefined if the rule does not apply. */
export type Rule = (difference: Difference) => Rated | undefined;

/** The places of a document that a rule asks for. */
export interface Places extends Reach {
  isExcluded(pointer: string): boolean;
}

export function locate(raw: RedoclyDifference, next: Document, places: { base: Places; next: Places }): Difference {
  const { property, base, revision } = raw;
  const before = base && ownerOf(base, property, revision);
  const after = revision && ownerOf(revision, property, base);
  const leads = (by: keyof Places): boolean =>
    (after !== undefined && places.next[by](after)) || (before !== undefined && places.base[by](before));
  const pointer = after ?? before ?? "";
  return {
    ...raw,
    pointer,
    subject: describePointer(pointer),
    before: base?.value,
    after: revision?.value,
    inRequest: leads("inRequest"),
    inResponse: leads("inResponse"),
    isExcluded: leads("isExcluded"),
    next,
  };
}

/** Redocly points at the owner of a property that does not exist; the owner can have the same name. */
function ownerOf({ pointer: plain, value }: Side, property: string | undefined, other: Side | undefined): string {
  // Redocly's pointers are not encoded for a URI, in which a name such as `100%` is invalid.
  const pointer = plain.replaceAll("%", "%25");
  if (property === undefined || !pointer.endsWith(`/${property}`)) return pointer;
  if (value === undefined && other?.pointer.endsWith(`/${property}/${property}`)) return pointer;
  return pointer.slice(0, pointer.lastIndexOf("/"));
}
