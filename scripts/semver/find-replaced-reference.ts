import { type Document, resolve } from "../openapi/document.ts";
import { unescapePointer } from "../openapi/pointer.ts";
import type { Change } from "./bump.ts";
import { describePointer } from "./describe-pointer.ts";

/**
 * The first place on a path through references at which the second document no longer refers to the component of the
 * first, as the subject and the reason of a change; undefined if there is none. Redocly compares the component with what
 * is there instead, as if it had become that.
 */
export function findReplacedReference(
  path: string,
  base: Document,
  next: Document,
): Pick<Change, "subject" | "reason"> | undefined {
  let place = "#";
  let [before, after]: [unknown, unknown] = [base, next];
  for (const part of [...path.replace(/^#\/?/, "").split("/"), "$ref"]) {
    const [earlier, later] = [referenceOf(before), referenceOf(after)];
    if (earlier !== undefined && after !== undefined && earlier !== later) return describe(place, earlier, later);
    if (part === "$ref") continue;
    if (earlier !== undefined && earlier === later) place = earlier;
    const [left, right] = [owner(base, before), owner(next, after)];
    // Redocly's pointers are not encoded for a URI, in which a name such as `100%` is invalid.
    const key = unescapePointer(part.replaceAll("%", "%25"));
    [before, after] = [left[key], right[key]];
    // The items of two lists at one index need not be a pair.
    if (Array.isArray(left) && referenceOf(before) !== referenceOf(after)) return undefined;
    place = `${place}/${part}`;
  }
  return undefined;
}

function describe(place: string, earlier: string, later: string | undefined): Pick<Change, "subject" | "reason"> {
  const subject = describePointer(place);
  const now = later === undefined ? "" : `now \`${describePointer(later)}\`, `;
  return { subject, reason: `\`${subject}\` is ${now}no longer \`${describePointer(earlier)}\`.` };
}

function referenceOf(value: unknown): string | undefined {
  const { $ref } = Object(value) as { readonly $ref?: unknown };
  return typeof $ref === "string" ? $ref : undefined;
}

function owner(document: Document, value: unknown): Readonly<Record<string, unknown>> {
  return resolve(document, Object(value));
}
