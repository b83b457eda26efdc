import { apiKeyHeader, type OperationId } from "@serviceform/types";
import { operations } from "@serviceform/types/describe";
import type { PlacedOperation } from "./openapi.ts";

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
    .replaceAll(/(?=[A-Z])/g, "-")
    .toLowerCase()}`;
  return value === true ? flag : `${flag} ${quote(String(value))}`;
}

/** The request with the key from the environment. */
export function renderCurl(operation: PlacedOperation, server: string): string {
  const { method, parameters = [] } = operation;
  const query = new URLSearchParams();
  for (const { name, example } of parameters.filter((each) => each.in === "query" && each.example !== undefined))
    for (const value of [example].flat()) query.append(name, String(value));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String(parameters.find((each) => each.name === name)?.example ?? "")),
  );
  const body = exampleBody(operation);
  const url = server + path + (query.size > 0 ? `?${query}` : "");
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quote(url)}`,
    `-H "${apiKeyHeader}: $SERVICEFORM_API_KEY"`,
    ...(body === undefined ? [] : ["-H 'content-type: application/json'", `-d ${quote(JSON.stringify(body))}`]),
  ].join(" \\\n  ");
}

function readInput(operation: PlacedOperation): readonly (readonly [string, unknown])[] {
  const { parameters = [] } = operation;
  const withExample = parameters.filter(({ example }) => example !== undefined);
  return [
    ...withExample.map(({ name, example }) => [name, example] as const),
    ...Object.entries((exampleBody(operation) ?? {}) as object),
  ];
}

function exampleBody({ requestBody }: PlacedOperation): unknown {
  return requestBody?.content?.["application/json"]?.example;
}

function quote(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
