import { EXCLUSIVE } from "./align-schemas.ts";
import { changesMeaning } from "./compare-constraints.ts";
import type { Difference, Rated, Rule } from "./difference.ts";

/** Rules for alternatives, excluded values and schemas that a value matches as well. */
export const compositionRules: readonly Rule[] = [rateExclusive, rateInsideNot, rateNewPart, rateLostPart];

const PARTS = new Set(["Schema", "AllOf", "AnyOf", "OneOf"]);
const SCHEMAS = new Set([...PARTS, "SchemaProperties"]);
/** A component as a whole. */
const COMPONENT = /^#\/components\/[^/]+\/[^/]+$/;
/** The keyword, and not a name. */
const NOT = /(?<!\/(?:headers|mapping|parameters|properties|responses|schemas))\/not(?=\/|$)/;
const KEYWORD = /\/(?:allOf|anyOf|oneOf|not)$/;

/** `anyOf` accepts a value that matches several alternatives, `oneOf` rejects it. */
function rateExclusive({ property, after, subject, inRequest, inResponse }: Difference): Rated | undefined {
  if (property !== EXCLUSIVE) return undefined;
  if (after === true)
    return [inRequest ? "major" : "patch", `\`${subject}\` must match exactly one of its alternatives.`];
  return [inResponse ? "major" : "minor", `\`${subject}\` is relaxed: it may match several of its alternatives.`];
}

/** What relaxes an excluded schema restricts the values, and the reverse; also one that is excluded by a reference. */
function rateInsideNot(difference: Difference): Rated | undefined {
  const { kind, property, typeName, pointer, before, after, subject, isExcluded } = difference;
  const isWhole = kind !== "modified" && KEYWORD.test(pointer) && pointer.search(NOT) === pointer.lastIndexOf("/");
  const isInside = NOT.test(pointer) && !isWhole;
  const isInComponent = isExcluded && SCHEMAS.has(typeName) && !(kind !== "modified" && COMPONENT.test(pointer));
  if (!isInside && !isInComponent) return undefined;
  if (property !== undefined && changesMeaning(property, before, after) !== true) return undefined;
  return ["major", `\`${subject}\` changes: other values are excluded.`];
}

/** A schema that responses match as well; a type that it changes is a change of its own. */
function rateNewPart(difference: Difference): Rated | undefined {
  const { kind, typeName, pointer, subject, inRequest, inResponse, verdicts } = difference;
  if (kind !== "added" || !PARTS.has(typeName) || !KEYWORD.test(pointer)) return undefined;
  if (inRequest || !inResponse || verdicts.length > 0) return undefined;
  return ["patch", `\`${subject}\` is new: responses are more restricted.`];
}

/** An inline schema that a request no longer must match. */
function rateLostPart({ kind, typeName, pointer, subject, inRequest, verdicts }: Difference): Rated | undefined {
  if (kind !== "removed" || !PARTS.has(typeName) || !inRequest || verdicts.length > 0) return undefined;
  if (/^#\/components\/schemas\/[^/]+$|\/properties\/[^/]+$/.test(pointer)) return undefined;
  return ["minor", `\`${subject}\` is gone: requests are less restricted.`];
}
