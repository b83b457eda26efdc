import { resolve, type Schema } from "../openapi/document.ts";
import { changesMeaning, compareValues } from "./compare-constraints.ts";
import { describeRelaxation, list, missing, quote } from "./describe-relaxation.ts";
import type { Difference, Rated, Rule } from "./difference.ts";

/** Rules for schemas and required fields that Redocly does not rate, or rates differently than TypeScript callers. */
export const schemaRules: readonly Rule[] = [
  rateReadOnly,
  rateWriteOnly,
  rateDefault,
  rateNullable,
  rateDiscriminator,
  rateExtraKeys,
  rateNarrowedResponse,
  rateLostProperty,
  rateStatedType,
  rateFormat,
  rateConstraint,
];

/** Generated types have `readonly` there, in responses too. */
function rateReadOnly({ typeName, property, before, after, subject }: Difference): Rated | undefined {
  if (typeName !== "Schema" || property !== "readOnly" || (before === true) === (after === true)) return undefined;
  return after === true
    ? ["major", `\`${subject}\` becomes read-only: an assignment to it no longer compiles.`]
    : ["minor", `\`${subject}\` is no longer read-only.`];
}

function rateWriteOnly({ typeName, property, before, after, subject, inResponse }: Difference): Rated | undefined {
  if (typeName !== "Schema" || property !== "writeOnly" || (before === true) === (after === true)) return undefined;
  if (!inResponse) return undefined;
  return after === true
    ? ["major", `\`${subject}\` becomes write-only: responses no longer contain it.`]
    : ["minor", `\`${subject}\` is no longer write-only: responses contain it.`];
}

/** An added default only documents the present behavior of the API. */
function rateDefault({ typeName, property, before, after, subject, inRequest }: Difference): Rated | undefined {
  if (typeName !== "Schema" || property !== "default" || before === undefined || !inRequest) return undefined;
  const how = after === undefined ? "is removed" : `changes from ${quote(before)} to ${quote(after)}`;
  return ["minor", `The default of \`${subject}\` ${how}: a call without it has another effect.`];
}

/** Redocly rates `nullable` beside a `type` only. */
function rateNullable(difference: Difference): Rated | undefined {
  const { property, before, after, subject, inRequest, inResponse, verdicts } = difference;
  if (property !== "nullable" || (before === true) === (after === true) || verdicts.length > 0) return undefined;
  const now = after === true ? "may be null" : "is never null";
  if (after === true ? inResponse : inRequest) return ["major", `\`${subject}\` ${now}.`];
  return inRequest ? ["minor", `\`${subject}\` ${now}.`] : undefined;
}

/** Generated types distinguish variants by it, as a `switch` over its values does. */
function rateDiscriminator({ kind, typeName, pointer, subject, inResponse }: Difference): Rated | undefined {
  if (/\/discriminator\/mapping\/[^/]+$/.test(pointer) && kind !== "modified") {
    const bump = kind === "removed" || inResponse ? "major" : "minor";
    return [bump, `\`${subject}\` is ${kind === "added" ? "new" : "gone"}: a value of a variant.`];
  }
  if (kind === "added" || !typeName.startsWith("Discriminator")) return undefined;
  return ["major", `\`${subject}\` changes, by which the variants are distinguished.`];
}

/** Generated types have an index signature there, which Redocly does not know. */
function rateExtraKeys({ property, before, after, subject, verdicts }: Difference): Rated | undefined {
  if (property !== "additionalProperties" || (before === true) === (after === true) || verdicts.length > 0)
    return undefined;
  return before === true
    ? ["major", `\`${subject}\` no longer has keys of any name and type.`]
    : ["minor", `\`${subject}\` has keys of any name and type.`];
}

/** Callers create such objects in their tests and switch on the values; a narrower response is a narrower type. */
function rateNarrowedResponse(difference: Difference): Rated | undefined {
  const { typeName, property, before, after, subject, inResponse } = difference;
  if (typeName !== "Schema" || !inResponse) return undefined;
  const always = property === "required" ? missing(after, before) : [];
  if (always.length > 0) return ["major", `${list(always)} of \`${subject}\` must be there in what a caller makes.`];
  if (property !== "enum" || !Array.isArray(after)) return undefined;
  if (before === undefined) return ["major", `\`${subject}\` is one of ${list(after)}, and no other value compiles.`];
  const never = missing(before, after);
  return never.length > 0 ? ["major", `\`${subject}\` is never ${list(never)}, which no longer compiles.`] : undefined;
}

/** An object literal with an excess key does not compile, even if the API accepts unknown keys. */
function rateLostProperty(difference: Difference): Rated | undefined {
  const { kind, property, typeName, pointer, before, subject, inRequest, impact } = difference;
  const isGone = kind === "removed" || property === "key";
  if (!isGone || !inRequest || impact === "major" || !/\/properties(\/[^/]+)?$/.test(pointer)) return undefined;
  if (typeName !== "Schema" && typeName !== "SchemaProperties") return undefined;
  return ["major", `\`${subject}\` is ${kind === "removed" ? "gone" : `new, and ${quote(before)} is gone`}.`];
}

/** Redocly does not rate a type where there was none. Generated types show what it changes in a response. */
function rateStatedType(difference: Difference): Rated | undefined {
  const { typeName, property, pointer, before, after, subject, inRequest, next } = difference;
  if (typeName !== "Schema" || property !== "type" || before !== undefined) return undefined;
  const isNoted = isImplied(String(after), resolve<Schema>(next, { $ref: pointer }));
  if (isNoted || !inRequest) return ["patch", `The type of \`${subject}\` changes.`];
  return ["major", `\`${subject}\` must be of type \`${after}\`: any value was valid.`];
}

/** Whether the other keywords of a schema accept values of a type only, or leave that to their own schemas. */
function isImplied(type: string, schema: Schema): boolean {
  const { enum: values = [], properties, allOf, oneOf, anyOf } = schema;
  if (allOf !== undefined || oneOf !== undefined || anyOf !== undefined) return true;
  if (properties !== undefined) return type === "object";
  return (
    values.length > 0 && values.every((value) => value === null || typeof value === type.replace("integer", "number"))
  );
}

/** A format that no tool knows, such as `PagerDuty Id`, only documents a value. */
function rateFormat({ property, before, after, subject }: Difference): Rated | undefined {
  if (property !== "format" || [before, after].some((format) => KNOWN_FORMATS.has(String(format)))) return undefined;
  return ["patch", `The format of \`${subject}\` changes.`];
}

/** Those of OpenAPI 3.0 and of JSON Schema. */
const KNOWN_FORMATS = new Set([
  ...["binary", "byte", "date", "date-time", "double", "email", "float", "hostname", "int32", "int64", "ipv4", "ipv6"],
  ...["password", "time", "uri", "uri-reference", "uuid"],
]);

/** In a request, a constraint that Redocly does not report is relaxed. */
function rateConstraint(difference: Difference): Rated | undefined {
  const { kind, property = "", before, after, subject, inRequest, inResponse, verdicts } = difference;
  const changes = kind === "modified" ? changesMeaning(property, before, after) : undefined;
  if (changes === undefined) return undefined;
  // Only written in another way, such as a limit that does not limit.
  if (!changes) return ["patch", `The ${property} of \`${subject}\` changes.`];
  const comparison = compareValues(property, before, after);
  const isRelaxed = verdicts.length === 0 || (comparison === "relaxed" && !inResponse);
  if (inRequest && isRelaxed) return ["minor", describeRelaxation(difference)];
  if (!inRequest && inResponse && comparison === "tightened")
    return ["patch", `The ${property} of \`${subject}\` changes.`];
  return undefined;
}
