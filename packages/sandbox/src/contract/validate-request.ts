import type { RequestBody } from "../http/read-body.js";
import { errorResponse, type ResponseData } from "../http/response-data.js";
import { deserialize } from "./deserialize.js";
import type { OperationContract } from "./operation-contract.js";
import { messageFor } from "./validator.js";

interface ReceivedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly contentType: string | null;
  readonly body: RequestBody;
}

/** What a part of a request holds, or the first thing that is wrong with it and the statuses that fit, best first. */
type Part = { readonly values: object } | { readonly issue: string; readonly statuses: readonly number[] };

/** Where the contract documents no status that fits. */
const ANY_BAD_REQUEST = 400;

/** Checks a request against the contract and returns its input, or the rejection to answer with. */
export function validateRequest(
  operation: OperationContract,
  request: ReceivedRequest,
): { input: object } | { rejection: ResponseData } {
  let input = {};
  for (const read of [readPath, readQuery, readJson]) {
    const part = read(operation, request);
    if ("issue" in part) {
      const status = part.statuses.find((status) => operation.responses.has(status)) ?? ANY_BAD_REQUEST;
      return { rejection: errorResponse(status, part.issue) };
    }
    input = { ...input, ...part.values };
  }
  return { input };
}

function readPath({ parameters }: OperationContract, { path }: ReceivedRequest): Part {
  const values: Record<string, unknown> = {};
  for (const { parameter, check } of parameters.path) {
    const value = deserialize(parameter.schema, [path[parameter.name] ?? ""]);
    const issue = check(value);
    if (issue) return { issue: `${parameter.name} is wrong. ${messageFor(issue)}`, statuses: [404, 422] };
    values[parameter.name] = value;
  }
  return { values };
}

function readQuery({ id, parameters }: OperationContract, { query }: ReceivedRequest): Part {
  const values: Record<string, unknown> = {};
  for (const name of query.keys()) {
    const isKnown = parameters.query.some(({ parameter }) => parameter.name === name);
    if (!isKnown) return { issue: `${id} has no query parameter ${name}.`, statuses: [400] };
  }
  for (const { parameter, check } of parameters.query) {
    const sent = query.getAll(parameter.name);
    if (sent.length === 0 && parameter.required) return { issue: `${parameter.name} is missing.`, statuses: [400] };
    if (sent.length === 0) continue;
    const value = deserialize(parameter.schema, sent);
    const issue = check(value);
    if (issue) return { issue: `${parameter.name} is wrong. ${messageFor(issue)}`, statuses: [400] };
    values[parameter.name] = value;
  }
  return { values };
}

/** Where both are documented, 400 is for a body that is not a JSON object and 422 for one that breaks the schema. */
function readJson({ id, body: expected }: OperationContract, { body, contentType }: ReceivedRequest): Part {
  if (!expected) return { values: {} };
  const unreadable = (issue: string): Part => ({ issue, statuses: [400, 422] });
  if (body.issue !== undefined) return unreadable(body.issue);
  if (body.text === undefined) return expected.required ? unreadable(`${id} needs a JSON body.`) : { values: {} };
  const mediaType = contentType?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") return unreadable("The content type has to be application/json.");
  const { json } = body;
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return unreadable("The body is not a JSON object.");
  const issue = expected.check(json);
  if (!issue) return { values: json };
  const where = issue.path && ` at ${issue.path}`;
  return { issue: `The body is wrong${where}. ${messageFor(issue)}`, statuses: [422, 400] };
}
