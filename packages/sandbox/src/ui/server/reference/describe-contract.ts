import { type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import { createPageFile, type PageFile } from "../page-file.js";
import { renderClientCall, renderPathCall } from "../samples/render-client-call.js";
import { exampleBody, exampleJson } from "./example-body.js";
import type { Examples } from "./store-examples.js";

/** The parts of an OpenAPI document that are read or replaced here. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly parameters?: Readonly<Record<string, Parameter>>;
    readonly [section: string]: unknown;
  };
}

/** Or a reference to one. */
interface Parameter {
  readonly name?: string;
  readonly $ref?: string;
  readonly example?: unknown;
}

interface Operation {
  readonly requestBody?: { readonly content?: { readonly [type: string]: { readonly example?: unknown } } };
}

type ExampleMap = ReadonlyMap<string, string>;

/** The contract of this server: with a relative URL, examples from the store, and samples of the client. */
export function describeContract(known: Examples, origin: string, contract: Contract = openapi): PageFile {
  const examples = new Map(Object.entries(known));
  const servers = [{ url: "/", description: "This sandbox. All of its data is generated." }];
  const parameters = mapValues(contract.components.parameters ?? {}, (parameter) => withExample(parameter, examples));
  const paths = mapValues(contract.paths, (item, path) =>
    mapValues(item, (value, key) => {
      const id = findId(key, path);
      if (id === undefined) return value;
      const operation = withBodyExample(value as Operation, id, examples);
      return { ...operation, "x-codeSamples": renderSamples(id, examples, origin) };
    }),
  );
  const components = { ...contract.components, parameters };
  const text = JSON.stringify({ ...contract, servers, paths, components }, undefined, 2);
  return createPageFile("application/json", new TextEncoder().encode(text));
}

/** The operation of a method and a path; undefined for the other fields of a path, and for an unsupported method. */
function findId(key: string, path: string): OperationId | undefined {
  const entries = Object.entries(operationTable) as [OperationId, (typeof operationTable)[OperationId]][];
  return entries.find(([, operation]) => operation.path === path && operation.method === key.toUpperCase())?.[0];
}

function withExample(parameter: Parameter, examples: ExampleMap): Parameter {
  const example = examples.get(parameter.name ?? "");
  return example === undefined ? parameter : { ...parameter, example };
}

function withBodyExample(operation: Operation, id: OperationId, examples: ExampleMap): Operation {
  const content = operation.requestBody?.content;
  const { body } = operationContracts[id];
  if (!body || !content?.["application/json"]) return operation;
  const example = exampleJson(body) ?? content["application/json"].example;
  const json = { ...content["application/json"], example: withExamples(example, examples) };
  return { ...operation, requestBody: { ...operation.requestBody, content: { ...content, "application/json": json } } };
}

/** An object with the values of the store in place of its own. */
function withExamples(value: unknown, examples: ExampleMap): unknown {
  return isRecord(value) ? mapValues(value, (own, name) => examples.get(name) ?? own) : value;
}

/** Samples that call the operation by its method, and by its path. */
function renderSamples(operationId: OperationId, examples: ExampleMap, baseUrl: string): object[] {
  const { parameters, body } = operationContracts[operationId];
  const shown = parameters.flatMap((parameter) => {
    const { name, required, example } = parameter;
    if (!required && example === undefined && !examples.has(name)) return [];
    // Of a pattern that no known text matches, only the author of the code can give a value.
    return [[name, examples.get(name) ?? exampleJson(parameter) ?? `<${name}>`]];
  });
  const inBody = mapValues(exampleBody(body), (value, key) =>
    body?.isWhole ? withExamples(value, examples) : (examples.get(key) ?? value),
  );
  const input = { ...Object.fromEntries(shown), ...inBody };
  const call = { operationId, input, baseUrl };
  return [
    { lang: "TypeScript", label: "@serviceform/client", source: renderClientCall(call) },
    { lang: "TypeScript", label: "@serviceform/client by path", source: renderPathCall(call) },
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

function mapValues<Value, Result>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
}
