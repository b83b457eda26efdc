import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import { Ajv } from "ajv";
import formats from "ajv-formats";

/** A response with its request. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  /** The `If-None-Match` of the request. */
  readonly condition?: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Operation {
  readonly operationId: string;
  readonly path: string;
  readonly method: string;
  readonly parameters?: readonly { readonly in?: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
}

const JSON_TYPE = "application/json";
const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(openapi, "openapi.json");

const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== "parameters")
    .map(([method, operation]): Operation => ({ ...(operation as Operation), path, method: method.toUpperCase() })),
);

/** The issue that ajv, which shares no code with the sandbox, finds in an exchange; undefined if there is none. */
export function validateExchange(exchange: Exchange): string | undefined {
  const { method, url, status } = exchange;
  const all = operations.filter(({ path }) => leadsTo(path, new URL(url).pathname));
  const here = all.filter(({ path }) => path === literalFirst(all)?.path);
  const operation = here.find((candidate) => candidate.method === method);
  if (!operation) return validateWithoutOperation(exchange, here);
  if (status === 304) return validateNotModified(exchange);
  const { operationId, path, responses } = operation;
  const key = [`${status}`, `${Math.floor(status / 100)}XX`, "default"].find((one) => responses[one]);
  if (key === undefined)
    return isChoice(operation, exchange) ? validateError(exchange) : `${operationId} documents no ${status}.`;
  const pointer = `/paths/${escapePointer(path)}/${method.toLowerCase()}/responses/${key}`;
  const reference = (responses[key] as { readonly $ref?: string }).$ref?.slice(1) ?? pointer;
  return validateContent(`${reference}/content`, exchange);
}

/** The issue of an exchange whose response is an error; undefined if there is none. */
export function validateError(exchange: Exchange): string | undefined {
  const type = exchange.headers.get("content-type");
  return type === JSON_TYPE ? validateSchema("Problem", exchange.text) : `The content type is ${type}.`;
}

/** The issue of a text that must be JSON of the named schema; undefined if there is none. */
export function validateSchema(name: string, text: string): string | undefined {
  return parseAndFindIssue(`/components/schemas/${name}`, text);
}

/**
 * `spec/README.md` defines 400 for an undeclared query parameter, and for an invalid body without a status of its own; for
 * a header parameter it is the same.
 */
function isChoice({ parameters = [], requestBody, responses }: Operation, { status, url }: Exchange): boolean {
  const isForBody = requestBody !== undefined && !responses[422];
  const isForHeader = parameters.some((parameter) => parameter.in === "header");
  return status === 400 && (isForBody || isForHeader || new URL(url).search !== "");
}

/** 304 is valid by HTTP, whatever the contract documents (RFC 9110, section 15.4.5). */
function validateNotModified({ method, condition = "", headers, text }: Exchange): string | undefined {
  // A weak comparison: a leading `W/` makes no difference.
  const tag = headers.get("etag")?.slice(2) ?? "none";
  if (method !== "GET" || (condition !== "*" && !condition.includes(tag))) return "304 was not asked for.";
  return text === "" ? undefined : "A 304 has no body.";
}

/** An unknown path gives 404, an unknown method 405 (RFC 9110). */
function validateWithoutOperation(exchange: Exchange, here: readonly Operation[]): string | undefined {
  const { method, status, headers, text } = exchange;
  const expected = here.length === 0 ? 404 : 405;
  if (status !== expected) return `The contract does not have it, which is ${expected}.`;
  const allowed = here.map((operation) => operation.method).sort();
  if (expected === 405 && headers.get("allow")?.split(", ").sort().join() !== allowed.join())
    return `It must allow ${allowed}.`;
  if (method === "HEAD") return text === "" ? undefined : "A response to HEAD has no body.";
  return validateError(exchange);
}

function validateContent(pointer: string, { status, headers, text }: Exchange): string | undefined {
  const documented = Object.keys(Object(lookup(pointer)));
  if (documented.length === 0) return text === "" ? undefined : `No body is documented for ${status}.`;
  const type = headers.get("content-type");
  // The parameters of JSON are left out.
  const mediaType = documented.find((one) => one === type || (type === JSON_TYPE && one.startsWith(`${JSON_TYPE};`)));
  if (mediaType === undefined) return `The content type is ${type}.`;
  const schema = `${pointer}/${escapePointer(mediaType)}/schema`;
  if (lookup(schema) === undefined) return undefined;
  if (/[/+]json\b/.test(mediaType)) return parseAndFindIssue(schema, text);
  // The schema of bytes or events is not that of their text.
  return /^text\/(?!event-stream)/.test(mediaType) ? findIssue(schema, text) : undefined;
}

function parseAndFindIssue(pointer: string, text: string): string | undefined {
  try {
    return findIssue(pointer, JSON.parse(text));
  } catch (error) {
    return String(error);
  }
}

function findIssue(pointer: string, value: unknown): string | undefined {
  const reference = `openapi.json#${encodeURI(pointer)}`;
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

/** A path that matches both a literal and a template belongs to the literal (OpenAPI 3.0, Paths Object). */
function literalFirst(here: readonly Operation[]): Operation | undefined {
  return here.toSorted((one, other) => one.path.split("{").length - other.path.split("{").length)[0];
}

function leadsTo(template: string, pathname: string): boolean {
  const segments = pathname.split("/");
  const parts = template.split("/");
  const matches = (part: string, segment = "") => (part.startsWith("{") ? segment !== "" : part === decode(segment));
  return parts.length === segments.length && parts.every((part, index) => matches(part, segments[index]));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

function lookup(pointer: string): unknown {
  let value: unknown = openapi;
  for (const part of pointer.split("/").slice(1)) {
    value = (value as Record<string, unknown> | undefined)?.[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}
