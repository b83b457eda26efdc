import { isDeepStrictEqual } from "node:util";
import { isJson } from "../generate/media-type.ts";
import { type Parameter, type Reference, type RequestBody, resolve } from "../openapi/document.ts";
import { unescapePointer } from "../openapi/pointer.ts";
import type { Change } from "./bump.ts";
import type { Difference, Rule } from "./difference.ts";
import { nameOperation } from "./name-operation.ts";

/** Rules for operations, inputs and responses that Redocly does not rate, or rates differently than TypeScript callers. */
export const operationRules: readonly Rule[] = [
  rateDeprecation,
  rateRepeating,
  rateSafety,
  ratePagination,
  rateNewParameters,
  rateEmptyValue,
  rateNewBody,
  rateBodySchema,
  rateNewSuccess,
  rateNewError,
  rateSerialization,
  rateHeader,
  rateSecurity,
];

const SUCCESS = /\/responses\/2\w\w(\/\$ref)?/;
const SUCCESS_RESPONSE = new RegExp(`${SUCCESS.source}$`);
const SUCCESS_CONTENT = new RegExp(`${SUCCESS.source}/content(/[^/]+)?$`);
const BODY_SCHEMA = /\/content\/([^/]+)\/schema$/;
const PARAMETER_CONTENT = /\/parameters\/[^/]+(\/\$ref)?\/content(\/[^/]+)?$/;

/** Semver.org, 7: a deprecation requires a minor version. */
function rateDeprecation({ typeName, property, after, subject, next }: Difference): Change | undefined {
  if (property !== "deprecated" || after !== true) return undefined;
  const title = typeName === "Operation" ? nameOperation(next, subject) : `\`${subject}\``;
  return { bump: "minor", subject, reason: `${title} is deprecated.` };
}

function rateRepeating({ property, before, after, subject }: Difference): Change | undefined {
  if (property !== "x-idempotent" || (before === true) === (after === true)) return undefined;
  const reason = `The client ${after === true ? "now" : "no longer"} repeats \`${subject}\` after a failure.`;
  return { bump: "minor", subject, reason };
}

/** The value of `mayHaveSucceeded` of a failed call. */
function rateSafety({ property, before, after, subject }: Difference): Change | undefined {
  if (property !== "x-safe" || (before === true) === (after === true)) return undefined;
  const reason = `The client ${after === true ? "no longer" : "now"} takes \`${subject}\` for an operation that writes.`;
  return { bump: "minor", subject, reason };
}

/** Pagination is added, removed, or changes the place of its elements. */
function ratePagination({ kind, property, pointer, subject: place }: Difference): Change | undefined {
  if (!pointer.endsWith("/x-pagination")) return undefined;
  const subject = place.replace(/: x-pagination$/, "");
  if (property !== undefined)
    return { bump: "major", subject, reason: `The ${property} of the pages of \`${subject}\` changes.` };
  if (kind === "added")
    return { bump: "minor", subject, reason: `The client streams the elements of all pages of \`${subject}\`.` };
  return { bump: "major", subject, reason: `The client no longer streams the pages of \`${subject}\`.` };
}

function rateNewParameters({ kind, typeName, path, impact, after, subject, next }: Difference): Change | undefined {
  if (kind !== "added" || !/^Parameter(List)?$/.test(typeName) || !path.startsWith("#/paths/")) return undefined;
  const names = [after].flat().map((given) => resolve(next, given as Parameter | Reference).name);
  const operation = subject.replace(/: parameters.*$/, "");
  const verb = impact === "major" ? "needs" : "takes";
  const reason = `\`${operation}\` ${verb} a new parameter: ${names.map((name) => `\`${name}\``).join(", ")}.`;
  return { bump: impact, subject: `${operation}: ${names.join(", ")}`, reason };
}

/** OpenAPI 3.0, Parameter Object: without it, the value must not be empty. */
function rateEmptyValue({ property, before, after, subject }: Difference): Change | undefined {
  if (property !== "allowEmptyValue") return undefined;
  if ((before === true) === (after === true))
    return { bump: "patch", subject, reason: `The ${property} of \`${subject}\` changes.` };
  return after === true
    ? { bump: "minor", subject, reason: `\`${subject}\` may be empty.` }
    : { bump: "major", subject, reason: `\`${subject}\` must not be empty.` };
}

function rateNewBody({ kind, typeName, after, subject, next }: Difference): Change | undefined {
  if (kind !== "added" || typeName !== "RequestBody") return undefined;
  const { required = false } = resolve(next, after as RequestBody | Reference);
  const operation = subject.replace(/: requestBody$/, "");
  if (required) return { bump: "major", subject, reason: `\`${operation}\` needs a request body.` };
  return { bump: "minor", subject, reason: `\`${operation}\` takes a request body.` };
}

/** Without a schema, the body can be any JSON; text and bytes are the same with one. */
function rateBodySchema({ kind, path, after, subject, inRequest }: Difference): Change | undefined {
  const [, type] = kind === "added" ? (BODY_SCHEMA.exec(path) ?? []) : [];
  if (type === undefined || !isJson(unescapePointer(type)) || !inRequest || isDeepStrictEqual(after, {}))
    return undefined;
  return { bump: "major", subject, reason: `\`${subject}\` is new: the body can no longer be any JSON.` };
}

/** The result of a call becomes another type, or a union of two. */
function rateNewSuccess({ kind, typeName, path, subject }: Difference): Change | undefined {
  if (kind !== "added") return undefined;
  if (typeName === "Response" && SUCCESS_RESPONSE.test(path))
    return { bump: "major", subject, reason: `\`${subject}\` is a new success: what the call resolves to changes.` };
  if (/^MediaType(sMap)?$/.test(typeName) && SUCCESS_CONTENT.test(path))
    return { bump: "major", subject, reason: `\`${subject}\` is new: what the call resolves to changes.` };
  return undefined;
}

function rateNewError({ kind, typeName, path, subject, next }: Difference): Change | undefined {
  if (kind !== "added" || typeName !== "Response" || !path.startsWith("#/paths/")) return undefined;
  const [, operation = "", status] = /^(.+): response ([45]\w\w)$/.exec(subject) ?? [];
  if (status === undefined) return undefined;
  return { bump: "minor", subject, reason: `${nameOperation(next, operation)} may respond with ${status}.` };
}

function rateSerialization({ kind, typeName, path, subject }: Difference): Change | undefined {
  if (kind !== "added" || !/^MediaType(sMap)?$/.test(typeName) || !PARAMETER_CONTENT.test(path)) return undefined;
  return { bump: "major", subject, reason: `\`${subject}\` is new: the parameter is serialized in another way.` };
}

/** Redocly does not rate whether a header of a response is always there, which its type states. */
function rateHeader({ typeName, property, before, after, subject }: Difference): Change | undefined {
  if (typeName !== "Header" || property !== "required" || (before === true) === (after === true)) return undefined;
  const now = after === true ? "is always there" : "may be missing";
  return { bump: "major", subject, reason: `\`${subject}\` ${now}: its type changes.` };
}

/** `diffSecurity` rates what operations require; a scheme that none requires and a format only document. */
function rateSecurity({ kind, typeName, property, subject: place }: Difference): Change | undefined {
  const subject = place.replace(/: security( .*)?$/, "");
  if (typeName.startsWith("SecurityRequirement"))
    return { bump: "patch", subject, reason: `The security of \`${subject}\` changes.` };
  if (typeName === "SecurityScheme" && kind === "removed")
    return { bump: "patch", subject, reason: `\`${subject}\` is gone.` };
  if (typeName !== "SecurityScheme" || property !== "bearerFormat") return undefined;
  return { bump: "patch", subject, reason: `The ${property} of \`${subject}\` changes.` };
}
