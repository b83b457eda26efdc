import { apiKeyHeader, type Operation, type OperationId, operationTable } from "@serviceform/types";
import { operations } from "@serviceform/types/describe";
import type { Parameter, PlacedOperation, Schema } from "./openapi.ts";

/** The ways to call an operation, as tabs: with the client, on the command line, with curl. */
export function renderSamples(operation: PlacedOperation, server: string): string {
  const samples = operation["x-codeSamples"] ?? [];
  return [
    "::: code-group",
    ...samples.map(({ label, source }) => fence("ts", label.endsWith("path") ? "By path" : "By method", source)),
    fence("sh", "Command line", renderCommand(operation, server)),
    fence("sh", "curl", renderCurl(operation, server)),
    ":::",
  ].join("\n");
}

function fence(language: string, label: string, code: string): string {
  return `\`\`\`${language} [${label}]\n${code}\n\`\`\``;
}

/** The command of `@serviceform/cli` with a flag for each value. */
export function renderCommand(operation: PlacedOperation, server: string): string {
  // The rendered contract is the one of the package.
  const { noun, verb } = operations[operation.operationId as OperationId];
  const flags = [["base-url", server] as const, ...readInput(operation)].flatMap(([name, value]) =>
    [value].flat().map((each) => renderFlag(name, each)),
  );
  return [`npx @serviceform/cli ${noun} ${verb}`, ...flags].join(" \\\n  ");
}

function renderFlag(name: string, value: unknown): string {
  const flag = `--${name
    .replaceAll("_", "-")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase()}`;
  return value === true ? flag : `${flag} ${quote(typeof value === "object" ? JSON.stringify(value) : String(value))}`;
}

/** The request with the key from the environment. */
export function renderCurl(operation: PlacedOperation, server: string): string {
  const { method } = operation;
  const shown = readParameters(operation);
  const query = new URLSearchParams();
  for (const { name, value } of shown.filter((each) => each.in === "query"))
    for (const element of [value].flat()) query.append(name, String(element));
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name) =>
    [shown.find((each) => each.name === name)?.value ?? ""].flat().map(encode).join(","),
  );
  const body = exampleBody(operation);
  const url = server + path + (query.size > 0 ? `?${query}` : "");
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quote(url)}`,
    `-H "${apiKeyHeader}: $SERVICEFORM_API_KEY"`,
    ...shown.filter((each) => each.in === "header").map(({ name, value }) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : ["-H 'content-type: application/json'", `-d ${quote(JSON.stringify(body))}`]),
  ].join(" \\\n  ");
}

function readInput(operation: PlacedOperation): readonly (readonly [string, unknown])[] {
  const body = exampleBody(operation);
  const { wholeBody }: Operation = operationTable[operation.operationId as OperationId];
  const isWhole = wholeBody === true && body !== undefined;
  return [
    ...readParameters(operation).map(({ name, value }) => [name, value] as const),
    ...Object.entries(isWhole ? { body } : Object(body)),
  ];
}

/** The parameters with an example, and the required ones. */
function readParameters({ parameters = [] }: PlacedOperation): readonly (Parameter & { readonly value: unknown })[] {
  return parameters
    .map((each) => ({ ...each, value: each.example ?? (each.required ? placeholder(each.schema) : undefined) }))
    .filter(({ value }) => value !== undefined);
}

function placeholder({ type, enum: [first] = [], items }: Schema = {}): unknown {
  if (first !== undefined) return first;
  if (type === "array") return [placeholder(items)];
  if (type === "boolean") return true;
  return type === "integer" || type === "number" ? 1 : "text";
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}

function exampleBody({ requestBody }: PlacedOperation): unknown {
  return requestBody?.content?.["application/json"]?.example;
}

function quote(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
