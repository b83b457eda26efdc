import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { operations } from "@serviceform/types/describe";
import { exampleBody, FILE, readParameters } from "./example-input.ts";
import type { PlacedOperation } from "./openapi.ts";
import { renderCredentials } from "./render-credentials.ts";

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
  return value === true ? flag : `${flag} ${quote(toText(value))}`;
}

function toText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The request with its credentials from the environment. */
export function renderCurl(operation: PlacedOperation, server: string): string {
  const { method } = operation;
  const shown = readParameters(operation);
  const query = new URLSearchParams();
  for (const { name, value } of shown.filter((each) => each.in === "query"))
    for (const element of [value].flat()) query.append(name, String(element));
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name) =>
    [shown.find((each) => each.name === name)?.value ?? ""].flat().map(encode).join(","),
  );
  const url = server + path + (query.size > 0 ? `?${query}` : "");
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quote(url)}`,
    ...renderCredentials(factsOf(operation)),
    ...shown.filter((each) => each.in === "header").map(({ name, value }) => `-H ${quote(`${name}: ${value}`)}`),
    ...renderBody(operation),
  ].join(" \\\n  ");
}

/** The flags of curl for a body. */
function renderBody(operation: PlacedOperation): readonly string[] {
  const body = exampleBody(operation);
  if (body === undefined) return [];
  const { requestBody, contentType = "application/json" } = factsOf(operation);
  const type = `-H ${quote(`content-type: ${contentType}`)}`;
  switch (requestBody) {
    case "multipart":
      return listFields(body).map(([name, value]) =>
        value === FILE ? `-F ${quote(`${name}=@${FILE}`)}` : `--form-string ${quote(`${name}=${toText(value)}`)}`,
      );
    case "form":
      return listFields(body).map(([name, value]) => `--data-urlencode ${quote(`${name}=${toText(value)}`)}`);
    case "text":
      return [type, `--data-raw ${quote(String(body))}`];
    case "binary":
      return [type, `--data-binary ${quote(`@${FILE}`)}`];
    default:
      return [type, `-d ${quote(JSON.stringify(body))}`];
  }
}

/** The fields of a form, one for each element of an array. */
function listFields(form: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(Object(form)).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const));
}

function factsOf({ operationId }: PlacedOperation): Operation {
  return operationTable[operationId as OperationId];
}

function readInput(operation: PlacedOperation): readonly (readonly [string, unknown])[] {
  const body = exampleBody(operation);
  const isWhole = factsOf(operation).wholeBody === true && body !== undefined;
  return [
    ...readParameters(operation).map(({ name, value }) => [name, value] as const),
    ...Object.entries(isWhole ? { body } : Object(body)),
  ];
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}

function quote(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
