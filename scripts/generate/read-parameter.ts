import { type Parameter, type Place, resolve, type Schema } from "../openapi/document.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkFields } from "./check-fields.ts";
import type { InputParameter } from "./operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { parameterType } from "./parameter-type.ts";
import { readExample } from "./read-example.ts";
import { createSchemaReader } from "./read-schema.ts";
import type { SecurityReader } from "./read-security.ts";
import { isReservedHeader } from "./reserved-headers.ts";

/** The defaults of OpenAPI 3.0 (Parameter Object, `style`). */
const STYLES = { path: "simple", query: "form", header: "simple" } as const;

const SENDABLE = {
  path: "a string or a number",
  query: "a string, a number, a boolean, an array of these or, with the style deepObject, an object of these",
  header: "a string, a number or a boolean",
} as const;

/** The separators of array elements in one value (OpenAPI 3.0.4, style examples). */
const SEPARATED = { form: "csv", spaceDelimited: "ssv", pipeDelimited: "pipes" } as const;

/** OpenAPI 3.0: parameters of these names are ignored, since other fields describe them. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Reads a parameter; undefined if it is ignored, or rejected with an issue. */
export function readParameter(
  { pointer, value }: Place<Parameter>,
  { document, addIssue, security }: OperationContext,
): InputParameter | undefined {
  const { name, in: place, required = false, description = "", schema, deprecated = false, ...rest } = value;
  checkFields("parameter", { pointer, value }, addIssue);
  if (place !== "path" && place !== "query" && place !== "header")
    return void addIssue(
      `has the ${place} parameter "${name}"; only path, query and header parameters are supported.`,
      pointer,
    );
  if (name === "__proto__")
    return void addIssue(`has the parameter "${name}", which no object can have; rename it.`, pointer);
  if (place === "header" && IGNORED_HEADERS.has(name.toLowerCase())) return undefined;
  if (isSetByClient(place, name, security))
    return void addIssue(`has the ${place} parameter "${name}", which the client sets itself; remove it.`, pointer);
  const style = readStyle(place, value, resolve<Schema>(document, schema ?? {}).type);
  if (style === undefined || rest.allowReserved === true || rest.content !== undefined)
    return void addIssue(
      `serializes the parameter "${name}" in a way that is not supported; leave style, explode, allowReserved and content at their defaults.`,
      pointer,
    );
  const type = schema && parameterType(document, schema, place, style);
  if (schema === undefined || type === undefined)
    return void addIssue(`has the parameter "${name}" of a type that cannot be sent; use ${SENDABLE[place]}.`, pointer);
  const addSchemaIssue: AddIssue = (message, at) =>
    addIssue(`has the parameter "${name}", whose schema ${message}`, at);
  const plan = createSchemaReader(document, addSchemaIssue)(schema, `${pointer}/schema`);
  const example = readExample(document, rest);
  return { name, in: place, required, type, description, deprecated, style, schema: plan, example };
}

/** Whether the client sends a credential or a field of its own under that name. */
function isSetByClient(place: keyof typeof STYLES, name: string, security: SecurityReader): boolean {
  if (place === "query") return security.queryNames.has(name);
  return place === "header" && (isReservedHeader(name) || security.headers.has(name.toLowerCase()));
}

/** How a parameter is serialized; undefined for an unsupported style. */
function readStyle(
  place: keyof typeof STYLES,
  { style = STYLES[place], explode = style === "form" }: Parameter,
  type: string | undefined,
): InputParameter["style"] | undefined {
  if (place === "header") return style === "simple" ? "plain" : undefined;
  if (place === "path") return style === "simple" ? "plain" : undefined;
  if (style === "deepObject") return type === "object" ? "deepObject" : undefined;
  if (style === "form" && type !== "array") return "plain";
  const separator = Object.hasOwn(SEPARATED, style) ? SEPARATED[style as keyof typeof SEPARATED] : undefined;
  if (separator === undefined || type !== "array") return undefined;
  return explode ? "plain" : separator;
}
