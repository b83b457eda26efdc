import { type Operation, type OperationId, type OperationMap, operationTable } from "@serviceform/types";
import { type Body, type Documented, type OperationObject, readOperations, resolve, type Shown } from "./document.js";
import { exampleOf, exampleOfSchema } from "./example-of.js";
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
  readonly success: number;
  /** The body of a success; undefined if it has none. */
  readonly output: OperationMap[Id]["output"];
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
  const { wholeBody, headerKeys = [] }: Operation = operationTable[operation.operationId as OperationId];
  const body = bodyOf(operation, wholeBody === true);
  const given = parameters
    .filter((one) => one.in === "path" || one.in === "query" || headerKeys.includes(one.name))
    .map((parameter): Given => ({ parameter, value: exampleOf(parameter) }));
  const input = { ...Object.fromEntries(given.map(({ parameter, value }) => [parameter.name, value])), ...body?.input };
  const isRequired = (name: string) =>
    body?.required.includes(name) || given.some(({ parameter }) => parameter.name === name && parameter.required);
  const statuses = Object.keys(operation.responses).map(Number);
  const success = statuses.find((status) => status >= 200 && status < 300) ?? 200;
  const writes = method !== "GET" && operation["x-safe"] !== true;
  return {
    id: operation.operationId as OperationId,
    input,
    least: Object.fromEntries(Object.entries(input).filter(([name]) => isRequired(name))),
    line: `${method} ${writePath(path, given)}`,
    query: writeQuery(given),
    headers: writeHeaders(given),
    body: body?.value,
    success,
    output: outputOf(operation, success) as Sample["output"],
    key: keyOf(operation, success),
    statuses,
    idempotent: !["POST", "PATCH"].includes(method) || !writes || operation["x-idempotent"] === true,
    writes,
  };
}

interface SampleBody {
  readonly value: unknown;
  /** Its keys of the input. */
  readonly input: Input;
  readonly required: readonly string[];
}

function bodyOf({ requestBody = {} }: OperationObject, isWhole: boolean): SampleBody | undefined {
  const shown = contentOf(requestBody);
  if (shown?.schema === undefined) return undefined;
  if (isWhole) {
    const value = exampleOf(shown);
    return { value, input: { body: value }, required: resolve(requestBody).required ? ["body"] : [] };
  }
  const { required = [] } = resolve(shown.schema);
  const value = { ...Object(exampleOfSchema(shown.schema)), ...Object(exampleOf(shown)) };
  return { value, input: value, required: resolve(requestBody).required ? required : [] };
}

function outputOf({ responses }: OperationObject, success: number): unknown {
  const shown = contentOf(responses[success] ?? {});
  return shown && exampleOf(shown);
}

/** The `x-key` of the schema, else `id`, else the only required property. */
function keyOf({ responses }: OperationObject, success: number): string | undefined {
  const list = contentOf(responses[success] ?? {})?.schema;
  const element = list && resolve(list).items;
  if (element === undefined) return undefined;
  const { "x-key": key, required = [] } = resolve(element);
  return key ?? required.find((name) => name === "id" || required.length === 1);
}

function contentOf(body: Body): Shown | undefined {
  return resolve(body).content?.["application/json"];
}
