import { type Answer, problem } from "./answer.js";
import type { Parameter } from "./document.js";
import type { OperationContract } from "./operation-contract.js";
import type { RequestBody } from "../http/read-body.js";

interface ReceivedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly contentType: string | null;
  readonly body: RequestBody;
}

/** Checks a request against the contract and returns its input, or the refusal to answer with. */
export function readInput(operation: OperationContract, request: ReceivedRequest): { input: object } | { refusal: Answer } {
  const query = readQuery(operation, request.query);
  if ("issue" in query) return { refusal: problem(400, query.issue) };
  const body = readJson(operation, request);
  if ("issue" in body) return { refusal: problem(bodyStatus(operation, body.readable), body.issue) };
  return { input: { ...request.path, ...query.values, ...body.values } };
}

function readQuery(operation: OperationContract, query: URLSearchParams): { values: object } | { issue: string } {
  const values: Record<string, unknown> = {};
  const known = new Set(operation.query.map(({ parameter }) => parameter.name));
  for (const name of query.keys()) {
    if (!known.has(name)) return { issue: `${operation.id} has no query parameter ${JSON.stringify(name)}.` };
  }
  for (const { parameter, check } of operation.query) {
    const sent = query.getAll(parameter.name);
    if (sent.length === 0) {
      if (parameter.required) return { issue: `The query parameter ${parameter.name} is missing.` };
      continue;
    }
    const value = deserialise(parameter, sent);
    const violation = check(value);
    if (violation) return { issue: `The query parameter ${parameter.name}${violation.pointer} is wrong. ${violation.message}` };
    values[parameter.name] = value;
  }
  return { values };
}

/** The inverse of OpenAPI's `style: form`; a value that is no number or boolean stays text and fails the check. */
function deserialise({ schema, explode = true }: Parameter, sent: readonly string[]): unknown {
  if (schema["type"] !== "array") return sent.length === 1 ? scalar(schema, sent[0] ?? "") : sent;
  const parts = explode ? sent : sent.flatMap((part) => part.split(","));
  return parts.map((part) => scalar((schema["items"] ?? {}) as Parameter["schema"], part));
}

function scalar({ type }: Parameter["schema"], text: string): unknown {
  if ((type === "number" || type === "integer") && text.trim() !== "") return Number.isNaN(Number(text)) ? text : Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

function readJson(
  { id, body: expected }: OperationContract,
  { body, contentType }: ReceivedRequest,
): { values: object } | { issue: string; readable: boolean } {
  if (!expected) return { values: {} };
  if (body.issue !== undefined) return { issue: body.issue, readable: false };
  if (body.text === undefined) {
    return expected.required ? { issue: `${id} needs a JSON body.`, readable: false } : { values: {} };
  }
  const mediaType = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!expected.contentTypes.includes(mediaType)) {
    return { issue: `The content type has to be ${expected.contentTypes.join(" or ")}.`, readable: false };
  }
  let value: unknown;
  try {
    value = JSON.parse(body.text);
  } catch {
    return { issue: "The body is not JSON.", readable: false };
  }
  const violation = expected.check(value);
  if (violation) return { issue: `The body is wrong${violation.pointer && ` at ${violation.pointer}`}. ${violation.message}`, readable: true };
  return { values: value as object };
}

/** Where both are documented, 400 is for what cannot be read as JSON and 422 for JSON that breaks the schema. */
function bodyStatus({ responses }: OperationContract, readable: boolean): number {
  const fitting = readable ? [422, 400] : [400, 422];
  return fitting.find((status) => responses.has(status)) ?? 400;
}
