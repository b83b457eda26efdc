import { isDeepStrictEqual } from "node:util";
import { isJson } from "../generate/media-type.ts";
import { type Parameter, type Reference, type RequestBody, resolve } from "../openapi/document.ts";
import { unescapePointer } from "../openapi/pointer.ts";
import type { Difference, Rated, Rule } from "./difference.ts";
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
function rateDeprecation({ typeName, property, after, subject, next }: Difference): Rated | undefined {
  if (property !== "deprecated" || after !== true) return undefined;
  const title = typeName === "Operation" ? nameOperation(next, subject) : `\`${subject}\``;
  return ["minor", `${title} is deprecated.`];
}

function rateRepeating({ property, before, after, subject }: Difference): Rated | undefined {
  if (property !== "x-idempotent" || (before === true) === (after === true)) return undefined;
  return ["minor", `The client ${after === true ? "now" : "no longer"} repeats \`${subject}\` after a failure.`];
}

/** The value of `mayHaveSucceeded` of a failed call. */
function rateSafety({ property, before, after, subject }: Difference): Rated | undefined {
  if (property !== "x-safe" || (before === true) === (after === true)) return undefined;
  const now = after === true ? "no longer" : "now";
  return ["minor", `The client ${now} takes \`${subject}\` for an operation that writes.`];
}

/** Pagination is added, removed, or changes the place of its elements. */
function ratePagination({ kind, property, pointer, subject: place }: Difference): Rated | undefined {
  if (!pointer.endsWith("/x-pagination")) return undefined;
  const subject = place.replace(/: x-pagination$/, "");
  if (property !== undefined) return ["major", `The ${property} of the pages of \`${subject}\` changes.`, subject];
  if (kind === "added") return ["minor", `The client streams the elements of all pages of \`${subject}\`.`, subject];
  return ["major", `The client no longer streams the pages of \`${subject}\`.`, subject];
}

function rateNewParameters({ kind, typeName, path, impact, after, subject, next }: Difference): Rated | undefined {
  if (kind !== "added" || !/^Parameter(List)?$/.test(typeName) || !path.startsWith("#/paths/")) return undefined;
  const names = [after].flat().map((given) => resolve(next, given as Parameter | Reference).name);
  const operation = subject.replace(/: parameters.*$/, "");
  const verb = impact === "major" ? "needs" : "takes";
  const reason = `\`${operation}\` ${verb} a new parameter: ${names.map((name) => `\`${name}\``).join(", ")}.`;
  return [impact, reason, `${operation}: ${names.join(", ")}`];
}

/** OpenAPI 3.0, Parameter Object: without it, the value must not be empty. */
function rateEmptyValue({ property, before, after, subject }: Difference): Rated | undefined {
  if (property !== "allowEmptyValue") return undefined;
  if ((before === true) === (after === true)) return ["patch", `The ${property} of \`${subject}\` changes.`];
  return after === true ? ["minor", `\`${subject}\` may be empty.`] : ["major", `\`${subject}\` must not be empty.`];
}

function rateNewBody({ kind, typeName, after, subject, next }: Difference): Rated | undefined {
  if (kind !== "added" || typeName !== "RequestBody") return undefined;
  const { required = false } = resolve(next, after as RequestBody | Reference);
  const operation = subject.replace(/: requestBody$/, "");
  if (required) return ["major", `\`${operation}\` needs a request body.`];
  return ["minor", `\`${operation}\` takes a request body.`];
}

/** Without a schema, the body can be any JSON; text and bytes are the same with one. */
function rateBodySchema({ kind, path, after, subject, inRequest }: Difference): Rated | undefined {
  const [, type] = kind === "added" ? (BODY_SCHEMA.exec(path) ?? []) : [];
  if (type === undefined || !isJson(unescapePointer(type)) || !inRequest || isDeepStrictEqual(after, {}))
    return undefined;
  return ["major", `\`${subject}\` is new: the body can no longer be any JSON.`];
}

/** The result of a call becomes another type, or a union of two. */
function rateNewSuccess({ kind, typeName, path, subject }: Difference): Rated | undefined {
  if (kind !== "added") return undefined;
  if (typeName === "Response" && SUCCESS_RESPONSE.test(path))
    return ["major", `\`${subject}\` is a new success: what the call resolves to changes.`];
  if (/^MediaType(sMap)?$/.test(typeName) && SUCCESS_CONTENT.test(path))
    return ["major", `\`${subject}\` is new: what the call resolves to changes.`];
  return undefined;
}

function rateNewError({ kind, typeName, path, subject, next }: Difference): Rated | undefined {
  if (kind !== "added" || typeName !== "Response" || !path.startsWith("#/paths/")) return undefined;
  const [, operation = "", status] = /^(.+): response ([45]\w\w)$/.exec(subject) ?? [];
  if (status === undefined) return undefined;
  return ["minor", `${nameOperation(next, operation)} may respond with ${status}.`];
}

function rateSerialization({ kind, typeName, path, subject }: Difference): Rated | undefined {
  if (kind !== "added" || !/^MediaType(sMap)?$/.test(typeName) || !PARAMETER_CONTENT.test(path)) return undefined;
  return ["major", `\`${subject}\` is new: the parameter is serialized in another way.`];
}

/** Redocly does not rate whether a header of a response is always there, which its type states. */
function rateHeader({ typeName, property, before, after, subject }: Difference): Rated | undefined {
  if (typeName !== "Header" || property !== "required" || (before === true) === (after === true)) return undefined;
  const now = after === true ? "is always there" : "may be missing";
  return ["major", `\`${subject}\` ${now}: its type changes.`];
}

/** `diffSecurity` rates what operations require; a scheme that none requires and a format only document. */
function rateSecurity({ kind, typeName, property, subject: place }: Difference): Rated | undefined {
  const subject = place.replace(/: security( .*)?$/, "");
  if (typeName.startsWith("SecurityRequirement")) return ["patch", `The security of \`${subject}\` changes.`, subject];
  if (typeName === "SecurityScheme" && kind === "removed") return ["patch", `\`${subject}\` is gone.`, subject];
  if (typeName !== "SecurityScheme" || property !== "bearerFormat") return undefined;
  return ["patch", `The ${property} of \`${subject}\` changes.`, subject];
}
