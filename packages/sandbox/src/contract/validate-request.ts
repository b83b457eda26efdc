import type { Schema } from "@serviceform/types/contract";
import type { RequestBody } from "../http/read-body.js";
import { errorResponse, type ResponseData } from "../http/response-data.js";
import { credentialQueryNames } from "./credentials.js";
import type { OperationContract } from "./operation-contract.js";
import { type ParsedQuery, parseQuery } from "./parse-query.js";
import { readFields } from "./read-fields.js";
import { readParameter, type SentParameters } from "./read-parameter.js";
import { messageFor } from "./validator.js";

interface ReceivedRequest extends Omit<SentParameters, "query"> {
  /** Includes the question mark. */
  readonly query: string;
  readonly body: RequestBody;
}

interface ParsedRequest extends Omit<ReceivedRequest, "query"> {
  readonly query: ParsedQuery;
}

/** The values of a part of a request, or its first issue and the statuses for it, the best first. */
type Part = { readonly values: object } | { readonly issue: string; readonly statuses: readonly number[] };

/** Used if the contract documents none of these statuses. */
const ANY_BAD_REQUEST = 400;

/** Validates a request against the contract and returns its input, or the response that rejects it. */
export function validateRequest(
  operation: OperationContract,
  request: ReceivedRequest,
): { input: object } | { rejection: ResponseData } {
  const query = parseQuery(
    request.query,
    operation.parameters.query.map(({ parameter }) => parameter),
  );
  const sent = { ...request, query };
  let input = {};
  for (const read of [readPath, readQuery, readHeaders, readJson]) {
    const part = read(operation, sent);
    if ("issue" in part) {
      const status = part.statuses.find((status) => operation.responses.has(status)) ?? ANY_BAD_REQUEST;
      return { rejection: errorResponse(status, part.issue) };
    }
    // An open body accepts any key; a key that is also a parameter is the parameter.
    input = { ...part.values, ...input };
  }
  return { input };
}

function readPath({ parameters }: OperationContract, request: ParsedRequest): Part {
  return readParameters(parameters.path, request, [404, 422]);
}

function readQuery({ id, parameters }: OperationContract, request: ParsedRequest): Part {
  for (const name of request.query.keys()) {
    const isKnown = parameters.query.some(({ parameter }) => parameter.name === name);
    if (!isKnown && !credentialQueryNames.includes(name))
      return { issue: `${id} has no query parameter ${name}.`, statuses: [400] };
  }
  return readParameters(parameters.query, request);
}

function readHeaders({ parameters }: OperationContract, request: ParsedRequest): Part {
  return readParameters(parameters.header, request);
}

function readParameters(
  parameters: OperationContract["parameters"]["path"],
  request: ParsedRequest,
  statuses: readonly number[] = [400],
): Part {
  const values: Record<string, unknown> = {};
  for (const { parameter, check } of parameters) {
    const { name, required } = parameter;
    const value = readParameter(parameter, request);
    if (value === undefined && required) return { issue: `${name} is missing.`, statuses };
    if (value === undefined) continue;
    const issue = check(value);
    if (issue) return { issue: `${name} is invalid. ${messageFor(issue)}`, statuses };
    values[name] = value;
  }
  return { values };
}

/** If both are documented, 400 is for a body that is not a JSON object and 422 for one that violates the schema. */
function readJson({ id, body: expected }: OperationContract, { body, headers }: ParsedRequest): Part {
  if (!expected) return { values: {} };
  const unreadable = (issue: string): Part => ({ issue, statuses: [400, 422] });
  if (body.issue !== undefined) return unreadable(body.issue);
  if (expected.format) return readMedia(expected, body, headers, unreadable);
  if (body.text === undefined) return expected.required ? unreadable(`${id} needs a JSON body.`) : { values: {} };
  const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const expectedType = expected.mediaType?.split(";")[0]?.toLowerCase() ?? "application/json";
  if (mediaType !== expectedType) return unreadable(`The content type must be ${expectedType}.`);
  const { json } = body;
  if (json === undefined) return unreadable("The body is not JSON.");
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  if (!expected.isWhole && !isObject) return unreadable("The body is not a JSON object.");
  return checkBody(expected, json);
}

function checkBody(expected: NonNullable<OperationContract["body"]>, value: unknown): Part {
  const issue = expected.check(value);
  if (!issue) return { values: expected.isWhole ? { body: value } : Object(value) };
  const name = issue.path === "/*" ? findUndeclared(expected.schema, value) : undefined;
  if (name !== undefined)
    return { issue: `The body has the undeclared property ${JSON.stringify(name)}.`, statuses: [422, 400] };
  const place = issue.path && ` at ${issue.path}`;
  return { issue: `The body is invalid${place}. ${messageFor(issue)}`, statuses: [422, 400] };
}

/** Validators hide the names of undeclared properties, which can be personal data; a request may be shown its own. */
function findUndeclared({ properties = {}, additionalProperties }: Schema, value: unknown): string | undefined {
  if (additionalProperties !== false) return undefined;
  return Object.keys(Object(value)).find((name) => !Object.hasOwn(properties, name));
}

/** Parses a body that is not JSON. */
function readMedia(
  expected: NonNullable<OperationContract["body"]>,
  { bytes, text, form }: RequestBody,
  headers: Headers,
  unreadable: (issue: string) => Part,
): Part {
  const [expectedType = ""] = expected.mediaType?.toLowerCase().split(";") ?? [];
  const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (bytes === undefined) {
    // An empty file has a content type; a missing body has none.
    if (mediaType === expectedType && expected.format === "binary") return checkBody(expected, new Uint8Array());
    return expected.required ? unreadable("The body is missing.") : { values: {} };
  }
  if (mediaType !== expectedType) return unreadable(`The content type must be ${expectedType}.`);
  if (expected.format === "binary") return checkBody(expected, bytes);
  if (expected.format === "text")
    return text === undefined ? unreadable("The body is not UTF-8.") : checkBody(expected, text);
  return form ? checkBody(expected, readFields(expected.schema, form)) : unreadable("The body is not a form.");
}
