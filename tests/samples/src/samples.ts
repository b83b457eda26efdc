import { type Operation, type OperationId, type OperationMap, operationTable } from "@serviceform/types";
import { type Content, contentOf, type Documented, type OperationObject, readOperations, resolve } from "./document.js";
import { exampleOf, exampleOfSchema } from "./example-of.js";
import { exampleOfBody, exampleOfResponse } from "./example-of-body.js";
import { type Given, writeHeaders, writePath, writeQuery } from "./write-request.js";

/** The input of an operation: keys of path, query and body in one object. */
export type Input = Readonly<Record<string, unknown>>;

/** One call of an operation with the example of the contract, and its request. */
export interface Sample<Id extends OperationId = OperationId> {
  readonly id: Id;
  /** Every key that the operation takes. */
  readonly input: Input;
  /** The required keys. */
  readonly least: Input;
  /** The request of `input`, such as `GET /flex/spaces/space-customers/items`. */
  readonly line: string;
  /** Its query without the question mark; empty if it has none. */
  readonly query: string;
  /** The values of its parameters in headers. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its body; undefined if it has none. */
  readonly body: unknown;
  /** The media type of the body; undefined if it has none. */
  readonly bodyType: string | undefined;
  readonly success: number;
  /** The result of a success; undefined if it has no body. */
  readonly output: OperationMap[Id]["output"];
  /** The body of a success, as it is sent; undefined if it has none. */
  readonly response: { readonly mediaType: string; readonly text: string } | undefined;
  /** The property that identifies an element, if the response is a list. */
  readonly key: string | undefined;
  readonly statuses: readonly number[];
  readonly idempotent: boolean;
  readonly writes: boolean;
}

export type Samples = { readonly [Id in OperationId]: Sample<Id> };

/**
 * One call of each operation, in the order of the contract. The document is parsed, and paths and queries are serialized,
 * with code of its own, so that tests do not depend on the code under test.
 */
export const samples: Samples = Object.fromEntries(
  readOperations().map((documented) => [documented.operation.operationId, readSample(documented)]),
) as Samples;

function readSample({ method, path, operation, parameters }: Documented): Sample {
  const facts: Operation = operationTable[operation.operationId as OperationId];
  const { headerKeys = [] } = facts;
  const body = bodyOf(operation, facts);
  const given = parameters
    .filter((one) => one.in === "path" || one.in === "query" || headerKeys.includes(one.name))
    .map((parameter): Given => ({ parameter, value: exampleOf(parameter) }));
  const input = { ...Object.fromEntries(given.map(({ parameter, value }) => [parameter.name, value])), ...body?.input };
  const isRequired = (name: string) =>
    body?.required.includes(name) || given.some(({ parameter }) => parameter.name === name && parameter.required);
  const statuses = Object.keys(operation.responses).map(Number);
  const success = statuses.find((status) => status >= 200 && status < 300) ?? 200;
  const content = contentOf(operation.responses[success] ?? {}, facts.accept);
  const response = content && exampleOfResponse(content, facts);
  const writes = method !== "GET" && operation["x-safe"] !== true;
  return {
    id: operation.operationId as OperationId,
    input,
    least: Object.fromEntries(Object.entries(input).filter(([name]) => isRequired(name))),
    line: `${method} ${writePath(path, given)}`,
    query: writeQuery(given),
    headers: writeHeaders(given),
    body: body?.value,
    bodyType: body?.mediaType,
    success,
    output: response?.output as Sample["output"],
    response,
    key: keyOf(content),
    statuses,
    idempotent: !["POST", "PATCH"].includes(method) || !writes || operation["x-idempotent"] === true,
    writes,
  };
}

interface SampleBody {
  readonly mediaType: string;
  readonly value: unknown;
  /** Its keys of the input. */
  readonly input: Input;
  readonly required: readonly string[];
}

function bodyOf({ requestBody = {} }: OperationObject, facts: Operation): SampleBody | undefined {
  const shown = contentOf(requestBody, facts.contentType);
  if (shown === undefined) return undefined;
  const { mediaType, schema = {} } = shown;
  const requiredIn = (keys: readonly string[]) => (resolve(requestBody).required ? keys : []);
  if (facts.wholeBody) {
    const value = exampleOfBody(shown, facts.requestBody);
    return { mediaType, value, input: { body: value }, required: requiredIn(["body"]) };
  }
  const example = { ...Object(exampleOfSchema(schema)), ...Object(exampleOf(shown)) };
  const value = exampleOfBody({ schema, example }, facts.requestBody) as Input;
  return { mediaType, value, input: value, required: requiredIn(resolve(schema).required ?? []) };
}

/** The `x-key` of the schema, else `id`, else the only required property. */
function keyOf(content: Content | undefined): string | undefined {
  const element = content?.schema && resolve(content.schema).items;
  if (element === undefined) return undefined;
  const { "x-key": key, required = [] } = resolve(element);
  return key ?? required.find((name) => name === "id" || required.length === 1);
}
