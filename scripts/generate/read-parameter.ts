import { type Parameter, type Place, resolve, type Schema } from "../openapi/document.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkFields } from "./check-fields.ts";
import { isIgnored } from "./ignored-parameters.ts";
import { inferredType } from "./inferred-type.ts";
import type { InputParameter } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { listForm, parameterType } from "./parameter-type.ts";
import { readExample } from "./read-example.ts";
import { readSchema } from "./read-schema.ts";
import type { PlanScheme } from "./read-security.ts";
import { describeReserved } from "./reserved-headers.ts";

/** The defaults of OpenAPI 3.0 (Parameter Object, `style`). */
const STYLES = { path: "simple", query: "form", header: "simple" } as const;

const SENDABLE = {
  path: "a string, a number or an array of these",
  query: "a string, a number, a boolean, an array of these or, with the style deepObject, an object of these",
  header: "a string, a number, a boolean or an array of these",
} as const;

const USABLE_STYLES = {
  path: "simple",
  query: "form, deepObject for an object, or spaceDelimited or pipeDelimited for an array",
  header: "simple",
} as const;

/** The separators of array elements in one value (OpenAPI 3.0.4, style examples). */
const SEPARATED = { form: "csv", spaceDelimited: "ssv", pipeDelimited: "pipes" } as const;

/** Reads a parameter; undefined if it is ignored, or rejected with an issue. */
export function readParameter(
  { pointer, value }: Place<Parameter>,
  { document, addIssue, object, security }: OperationContext,
): InputParameter | undefined {
  const { name, in: place, required = false, description = "", schema, deprecated = false, ...rest } = value;
  const title = `has the parameter "${name}"`;
  const reject = (message: string): undefined => void addIssue(message, pointer);
  checkFields("parameter", { pointer, value }, addIssue);
  if (place !== "path" && place !== "query" && place !== "header")
    return reject(`has the ${place} parameter "${name}"; only path, query and header parameters are supported.`);
  if (name === "__proto__") return reject(`${title}, which no object can have; rename it.`);
  const credentials = security.credentialsOf(object);
  if (isIgnored(value, credentials)) return undefined;
  const reason = whyUnsendable(value, credentials);
  if (reason !== undefined) return reject(`has the ${place} parameter "${name}", ${reason}`);
  if (rest.content !== undefined)
    return reject(`describes the parameter "${name}" by content, which is not supported; use schema.`);
  if (rest.allowReserved === true) return reject(`${title} with allowReserved, which is not supported; remove it.`);
  const isList = listForm(document, schema ?? {}) !== undefined;
  const style = readStyle(place, value, isList ? "array" : inferredType(resolve<Schema>(document, schema ?? {})));
  if (style === undefined)
    return reject(`${title} with the style "${rest.style}", which it cannot have; use ${USABLE_STYLES[place]}.`);
  const type = schema && parameterType(document, schema, place, style);
  if (schema === undefined || type === undefined)
    return reject(`${title} of a type that cannot be sent; use ${SENDABLE[place]}.`);
  const addSchemaIssue: AddIssue = (message, at) => addIssue(`${title}, whose schema ${message}`, at);
  const plan = readSchema(document, { pointer: `${pointer}/schema`, value: schema }, addSchemaIssue);
  const example = readExample(document, rest);
  return { name, in: place, required, type, description, deprecated, style, schema: plan, example, source: value };
}

/** Why the client cannot send a parameter under that name, as a clause about it; undefined if it can. */
function whyUnsendable({ in: place, name, style }: Parameter, credentials: readonly PlanScheme[]): string | undefined {
  const hasCredential = credentials.some((one) => one.kind === "query" && one.name.startsWith(`${name}[`));
  if (place === "query" && style === "deepObject" && hasCredential)
    return "which would contain a credential that the client sets itself; remove it.";
  return place === "header" ? describeReserved(name) : undefined;
}

/** How a parameter is serialized; undefined for an unsupported style. */
function readStyle(
  place: keyof typeof STYLES,
  { style = STYLES[place], explode = style === "form" }: Parameter,
  type: string | undefined,
): InputParameter["style"] | undefined {
  const simple = type === "array" ? "csv" : "plain";
  if (place !== "query") return style === "simple" ? simple : undefined;
  if (style === "deepObject") return type === "object" ? "deepObject" : undefined;
  if (style === "form" && type !== "array") return "plain";
  const separator = Object.hasOwn(SEPARATED, style) ? SEPARATED[style as keyof typeof SEPARATED] : undefined;
  if (separator === undefined || type !== "array") return undefined;
  return explode ? "plain" : separator;
}
