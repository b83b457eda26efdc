import type { OperationId, OperationMap } from "@serviceform/types";
import { type Body, type Documented, type OperationObject, readOperations, resolve, type Shown } from "./document.js";
import { exampleOf, exampleOfSchema } from "./example-of.js";
import { type Given, writePath, writeQuery } from "./write-request.js";

/** What an operation takes: keys of path, query and body in one object. */
export type Input = Readonly<Record<string, unknown>>;

/** One call of an operation as the contract shows it, and what it is by the contract's own words. */
export interface Sample<Id extends OperationId = OperationId> {
  readonly id: Id;
  /** Every key that the operation takes. */
  readonly input: Input;
  /** The keys that have to be given. */
  readonly least: Input;
  /** The request of `input`, such as `GET /flex/spaces/space-customers/items`. */
  readonly line: string;
  /** Its query without the question mark; empty where it has none. */
  readonly query: string;
  /** Its body; undefined where it has none. */
  readonly body: Input | undefined;
  readonly success: number;
  /** What a success carries; undefined where that is nothing. */
  readonly output: OperationMap[Id]["output"];
  /** The property that names an element, where a list comes back. */
  readonly key: string | undefined;
  readonly statuses: readonly number[];
  /** Whether sending it twice does no more than sending it once. */
  readonly idempotent: boolean;
  readonly writes: boolean;
}

export type Samples = { readonly [Id in OperationId]: Sample<Id> };

/**
 * A sample of every operation. It reads the document by itself and writes paths and queries in a plain way of its own, so
 * that a proof that uses it does not take the word of what it proves.
 */
export function readSamples(): Samples {
  const samples = readOperations().map((documented) => [documented.operation.operationId, readSample(documented)]);
  return Object.fromEntries(samples) as Samples;
}

function readSample({ method, path, operation, parameters }: Documented): Sample {
  const body = bodyOf(operation);
  const given = parameters
    .filter((one) => one.in === "path" || one.in === "query")
    .map((parameter): Given => ({ parameter, value: exampleOf(parameter) }));
  const input = { ...Object.fromEntries(given.map(({ parameter, value }) => [parameter.name, value])), ...body?.value };
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
    body: body?.value,
    success,
    output: outputOf(operation, success) as Sample["output"],
    key: keyOf(operation, success),
    statuses,
    idempotent: !["POST", "PATCH"].includes(method) || !writes || operation["x-idempotent"] === true,
    writes,
  };
}

function bodyOf({ requestBody = {} }: OperationObject): { value: Input; required: readonly string[] } | undefined {
  const shown = contentOf(requestBody);
  if (shown?.schema === undefined) return undefined;
  const { required = [] } = resolve(shown.schema);
  return { value: { ...Object(exampleOfSchema(shown.schema)), ...Object(exampleOf(shown)) }, required };
}

function outputOf({ responses }: OperationObject, success: number): unknown {
  const shown = contentOf(responses[success] ?? {});
  return shown && exampleOf(shown);
}

/** As the schema says, else `id`, else the only property that is required. */
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
