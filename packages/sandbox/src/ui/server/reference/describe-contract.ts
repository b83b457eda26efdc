import { type OperationId, operationTable } from "@serviceform/types";
import { operationContracts } from "@serviceform/types/contract";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import type { PageFile } from "../page-file.js";
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

interface Parameter {
  readonly name: string;
  readonly example?: unknown;
}

interface Operation {
  readonly operationId: OperationId;
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: { readonly content?: { readonly [type: string]: { readonly example?: unknown } } };
}

/** The contract of this server: with a relative URL, examples from the store, and samples of the client. */
export function describeContract(examples: Examples, origin: string, contract: Contract = openapi): PageFile {
  const servers = [{ url: "/", description: "This sandbox. All of its data is generated." }];
  const parameters = mapValues(contract.components.parameters ?? {}, (parameter) => withExample(parameter, examples));
  const paths = mapValues(contract.paths, ({ parameters: shared = [], ...operations }) => ({
    ...(Array.isArray(shared) && shared.length > 0 && { parameters: shared }),
    ...mapValues(operations as Readonly<Record<string, Operation>>, (operation) => {
      const replaced = withBodyExample(operation, examples);
      const inherited = [...(shared as NonNullable<Operation["parameters"]>), ...(operation.parameters ?? [])];
      return {
        ...replaced,
        "x-codeSamples": renderSamples(
          replaced,
          inherited.map((each) => resolve(each, parameters)),
          origin,
        ),
      };
    }),
  }));
  const components = { ...contract.components, parameters };
  const text = JSON.stringify({ ...contract, servers, paths, components }, undefined, 2);
  return { type: "application/json", bytes: new TextEncoder().encode(text) };
}

function withExample<Value extends Parameter>(parameter: Value, examples: Examples): Value {
  return parameter.name in examples ? { ...parameter, example: examples[parameter.name] } : parameter;
}

function withBodyExample(operation: Operation, examples: Examples): Operation {
  const content = operation.requestBody?.content;
  if (!content?.["application/json"]) return operation;
  const body = operationContracts[operation.operationId]?.body;
  const example = content["application/json"].example ?? (body && exampleJson(body));
  if (!isRecord(example)) return operation;
  const entries = Object.entries(example).map(([name, value]) => [name, examples[name] ?? value]);
  const json = { ...content["application/json"], example: Object.fromEntries(entries) };
  return { ...operation, requestBody: { ...operation.requestBody, content: { ...content, "application/json": json } } };
}

/** Samples that call the operation by its method, and by its path. */
function renderSamples(
  { operationId, requestBody }: Operation,
  parameters: readonly Parameter[],
  baseUrl: string,
): object[] {
  if (!Object.hasOwn(operationTable, operationId)) return [];
  const shown = parameters.filter(({ example }) => example !== undefined).map(({ name, example }) => [name, example]);
  const body = requestBody?.content?.["application/json"]?.example;
  const input = {
    ...Object.fromEntries(shown),
    ...(isRecord(body) ? body : exampleBody(operationContracts[operationId].body)),
  };
  const call = { operationId, input, baseUrl };
  return [
    { lang: "TypeScript", label: "@serviceform/client", source: renderClientCall(call) },
    { lang: "TypeScript", label: "@serviceform/client by path", source: renderPathCall(call) },
  ];
}

function resolve(
  parameter: Parameter & { readonly $ref?: string },
  parameters: Readonly<Record<string, Parameter>>,
): Parameter {
  return parameters[parameter.$ref?.split("/").at(-1) ?? ""] ?? parameter;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapValues<Value, Result>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
