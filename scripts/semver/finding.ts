import type { Document } from "../openapi/document.ts";
import type { Reach } from "../openapi/reach.ts";
import type { Bump, Change } from "./bump.ts";
import { describePointer } from "./describe-pointer.ts";

/** One difference between two documents, as `redocly diff --format json` reports it. */
export interface Finding {
  readonly kind: "added" | "removed" | "modified";
  /** Where it was met first, through whatever references. */
  readonly path: string;
  readonly typeName: string;
  readonly impact: Exclude<Bump, "none">;
  readonly property?: string;
  /** Empty where Redocly sees nothing that breaks. */
  readonly verdicts: readonly { readonly message: string }[];
  readonly base?: Side;
  readonly revision?: Side;
}

interface Side {
  readonly pointer: string;
  readonly value?: unknown;
}

/** A finding and what is known of its place. */
export interface LocatedFinding extends Finding {
  /** Where the finding is, without the property that differs. */
  readonly pointer: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly inRequest: boolean;
  readonly inResponse: boolean;
  readonly next: Document;
}

/** What a finding means, or undefined where the rule is not about it. */
export type Rule = (finding: LocatedFinding) => Change | undefined;

export function locateFinding(finding: Finding, next: Document, reaches: { base: Reach; next: Reach }): LocatedFinding {
  const { property, base, revision } = finding;
  const before = base && ownerOf(base, property, revision);
  const after = revision && ownerOf(revision, property, base);
  const leads = (by: keyof Reach): boolean =>
    (after !== undefined && reaches.next[by](after)) || (before !== undefined && reaches.base[by](before));
  const pointer = after ?? before ?? "";
  return {
    ...finding,
    pointer,
    subject: describePointer(pointer),
    before: base?.value,
    after: revision?.value,
    inRequest: leads("inRequest"),
    inResponse: leads("inResponse"),
    next,
  };
}

/** Redocly points at the owner of a property where that is not there; the owner can bear the same name. */
function ownerOf({ pointer, value }: Side, property: string | undefined, other: Side | undefined): string {
  if (property === undefined || !pointer.endsWith(`/${property}`)) return pointer;
  if (value === undefined && other?.pointer.endsWith(`/${property}/${property}`)) return pointer;
  return pointer.slice(0, pointer.lastIndexOf("/"));
}
