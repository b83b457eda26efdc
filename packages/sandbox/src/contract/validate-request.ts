import type { ParameterContract, Schema } from "@serviceform/types/contract";
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

type PartReader = (operation: OperationContract, request: ParsedRequest) => Part;

/** In the order in which the parts are validated. */
const partReaders: readonly PartReader[] = [
  parametersIn("path", [404, 422]),
  rejectUndeclared,
  parametersIn("query"),
  parametersIn("header"),
  readBody,
];

/** Used if the contract documents none of these statuses. */
const ANY_BAD_REQUEST = 400;

/** Validates a request against the contract and returns its input, or the response that rejects it. */
export function validateRequest(
  operation: OperationContract,
  request: ReceivedRequest,
): { input: object } | { rejection: ResponseData } {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
  const sent = { ...request, query: parseQuery(request.query, inQuery) };
  let input = {};
  for (const read of partReaders) {
    const part = read(operation, sent);
    if ("issue" in part) {
      const status = operation.responses.choose(part.statuses) ?? ANY_BAD_REQUEST;
      return { rejection: errorResponse(status, part.issue) };
    }
    // An open body accepts any key; a key that is also a parameter is the parameter.
    input = { ...part.values, ...input };
  }
  return { input };
}

function rejectUndeclared({ id, parameters }: OperationContract, { query }: ParsedRequest): Part {
  const known = [...parameters.filter((one) => one.in === "query").map(({ name }) => name), ...credentialQueryNames];
  const name = [...query.keys()].find((key) => !known.includes(key));
  return name === undefined ? { values: {} } : { issue: `${id} has no query parameter ${name}.`, statuses: [400] };
}

function parametersIn(place: ParameterContract["in"], statuses: readonly number[] = [400]): PartReader {
  return ({ parameters }, request) => {
    const values: Record<string, unknown> = {};
    for (const parameter of parameters.filter((one) => one.in === place)) {
      const { name, required, check } = parameter;
      const value = readParameter(parameter, request);
      if (value === undefined && required) return { issue: `${name} is missing.`, statuses };
      if (value === undefined) continue;
      const issue = check(value);
      if (issue) return { issue: `${name} is invalid. ${messageFor(issue)}`, statuses };
      values[name] = value;
    }
    return { values };
  };
}

/** If both are documented, 400 is for a body that cannot be read and 422 for one that violates the schema. */
function readBody({ id, body: expected }: OperationContract, { body, headers }: ParsedRequest): Part {
  if (!expected) return { values: {} };
  const unreadable = (issue: string): Part => ({ issue, statuses: [400, 422] });
  if (body.issue !== undefined) return unreadable(body.issue);
  const { format, required, schema, isWhole } = expected;
  const mediaType = toMediaType(headers.get("content-type") ?? "");
  const expectedType = toMediaType(expected.mediaType ?? "application/json");
  const isMissing = (format ? body.bytes : body.text) === undefined;
  // An empty file has a content type; a missing body has none.
  const isEmptyFile = format === "binary" && mediaType === expectedType;
  if (isMissing && !isEmptyFile) {
    if (!required) return { values: {} };
    return unreadable(format ? "The body is missing." : `${id} needs a JSON body.`);
  }
  if (mediaType !== expectedType) return unreadable(`The content type must be ${expectedType}.`);
  const { bytes = new Uint8Array(), text, form, json } = body;
  switch (format) {
    case "binary":
      return checkBody(expected, bytes);
    case "text":
      return text === undefined ? unreadable("The body is not UTF-8.") : checkBody(expected, text);
    case "form":
    case "multipart":
      return form ? checkBody(expected, readFields(schema, form)) : unreadable("The body is not a form.");
    default: {
      if (json === undefined) return unreadable("The body is not JSON.");
      const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
      return isWhole || isObject ? checkBody(expected, json) : unreadable("The body is not a JSON object.");
    }
  }
}

/** Without its parameters. */
function toMediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
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
